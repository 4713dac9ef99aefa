package tributary.curate;

/**
 * That a corrected delivery took the place of a file.
 *
 * @param number of the file that no longer counts
 * @param lines that it had
 * @param by the number of the corrected delivery
 */
public record Replacement(
    long number, String name, long lines, long by, String byName, long byLines) {
  static Replacement of(TakenFile old, TakenFile corrected) {
    return new Replacement(
        old.number(),
        old.name(),
        old.lines(),
        corrected.number(),
        corrected.name(),
        corrected.lines());
  }
}
