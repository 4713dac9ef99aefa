package tributary.input.draft;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells lines that undo others from lines that never came about. */
final class Undone {
  private final Mapping mapping;
  private final Traits traits;

  Undone(Mapping mapping, Traits traits) {
    this.mapping = mapping;
    this.traits = traits;
  }

  /**
   * Whether the lines that a column marks are positive, and no line beside them holds what they
   * would undo.
   *
   * @param yes how it marks them, in upper case
   */
  boolean areNeverSold(Column mark, List<String> yes) {
    double[] figures =
        mapping
            .of(Role.AMOUNT)
            .or(() -> mapping.of(Role.QUANTITY))
            .map(traits::numbers)
            .orElse(new double[mark.rows()]);
    Map<String, Integer> unmarked = new HashMap<>();
    for (int row = 0; row < mark.rows(); row++) {
      if (!isMarked(mark, row, yes)) {
        unmarked.merge(goods(row), 1, Integer::sum);
      }
    }
    int marked = 0;
    int neverSold = 0;
    for (int row = 0; row < mark.rows(); row++) {
      if (isMarked(mark, row, yes)) {
        marked++;
        neverSold += figures[row] > 0 && !unmarked.containsKey(goods(row)) ? 1 : 0;
      }
    }
    return neverSold * 2 > marked;
  }

  private static boolean isMarked(Column mark, int row, List<String> yes) {
    return yes.contains(mark.value(row).toUpperCase(Locale.ROOT));
  }

  private String goods(int row) {
    return Stream.of(Role.TRANSACTION, Role.PRODUCT, Role.NAME, Role.QUANTITY)
        .flatMap(role -> mapping.of(role).stream())
        .map(column -> column.value(row))
        .collect(Collectors.joining("\u0000"));
  }
}
