package tributary.input.draft;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the letters with which the numbers of cancellations begin, such as C536379. */
final class ReceiptLetters {
  private static final Pattern LETTERS = Pattern.compile("([\\p{L}]{1,4})[-_ ]?[0-9].*");

  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;

  ReceiptLetters(Mapping mapping, Traits traits, Refs refs) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
  }

  void add(List<String> whens, List<Finding> findings) {
    if (!mapping.has(Role.TRANSACTION)) {
      return;
    }
    Column number = mapping.of(Role.TRANSACTION).orElseThrow();
    Map<String, int[]> counts = counts(number);
    counts.forEach(
        (letters, count) -> {
          boolean isOnlyOne = count[0] == number.filled();
          if (!letters.isEmpty() && !isOnlyOne && count[1] >= 2 && count[1] * 10 >= count[0] * 9) {
            whens.add(
                "WHEN %s LIKE '%s%%' THEN 'cancellation'".formatted(refs.clean(number), letters));
            findings.add(
                new Finding(
                    "cancellation",
                    "%s begins with %s".formatted(number.name(), letters),
                    Confidence.HIGH,
                    "%s of %s lines with it are negative".formatted(count[1], count[0])));
          }
        });
  }

  /** By first letters: lines, and those that are negative. */
  private Map<String, int[]> counts(Column number) {
    double[] quantities =
        mapping.of(Role.QUANTITY).map(traits::numbers).orElse(new double[number.rows()]);
    double[] amounts =
        mapping.of(Role.AMOUNT).map(traits::numbers).orElse(new double[number.rows()]);
    Map<String, int[]> counts = new TreeMap<>();
    for (int row = 0; row < number.rows(); row++) {
      Matcher matcher = LETTERS.matcher(number.value(row));
      int[] count =
          counts.computeIfAbsent(matcher.matches() ? matcher.group(1) : "", any -> new int[2]);
      count[0]++;
      count[1] += quantities[row] < 0 || amounts[row] < 0 ? 1 : 0;
    }
    return counts;
  }
}
