package tributary.segment;

import java.util.Locale;

/**
 * Something done to a feature before customers are compared by it.
 *
 * @param feature as it was asked for
 * @param step what was done
 * @param parameter with which number or category, if any
 * @param rowsAffected customers of the sample whose value it changed
 * @param reason why
 */
record PreparationStep(
    String feature, Step step, String parameter, long rowsAffected, String reason) {
  /** What can be done. */
  enum Step {
    IMPUTE,
    TRANSFORM,
    WINSORISE,
    ENCODE,
    DROP;

    String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
