package tributary.input.draft;

import java.util.List;

/**
 * How the times of a column are read.
 *
 * @param patterns by which they are read, the commonest first
 * @param share of the values that these fit
 * @param hasTimeOfDay whether they say more than the day
 * @param isAlwaysMidnight whether the time of day is midnight throughout
 * @param ambiguity both readings where day and month cannot be told apart, else null
 * @param confidence how sure it is
 * @param evidence why
 */
record DateReading(
    List<String> patterns,
    double share,
    boolean hasTimeOfDay,
    boolean isAlwaysMidnight,
    Ambiguity ambiguity,
    Confidence confidence,
    String evidence) {
  DateReading {
    patterns = List.copyOf(patterns);
  }

  /** A value that can be read in two ways. */
  record Ambiguity(String value, String dayFirst, String monthFirst) {}
}
