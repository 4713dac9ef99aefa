package tributary.app;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.types.Row;

/**
 * An aligned table: numbers to the right, and, on a terminal, columns narrowed to fit its width.
 * Widths come from the first rows; a later row with longer values is printed wider. A single text
 * of several lines, such as a plan, is printed as it is.
 */
final class TextTableWriter implements ResultWriter {
  private static final int SAMPLE = 1000;
  private static final int LEAST_WIDTH = 8;
  private static final String GAP = "  ";
  private static final String NULL = "NULL";

  private final List<ResultColumn> columns;
  private final Terminal terminal;
  private final PrintStream out;
  private final List<List<String>> sample = new ArrayList<>();
  private int[] widths;

  TextTableWriter(List<ResultColumn> columns, Terminal terminal) {
    this.columns = List.copyOf(columns);
    this.terminal = terminal;
    this.out = terminal.out();
  }

  @Override
  public void write(Row row) {
    List<String> cells =
        IntStream.range(0, columns.size()).mapToObj(i -> cell(row.getField(i))).toList();
    if (widths != null) {
      print(cells);
      return;
    }
    sample.add(cells);
    if (sample.size() == SAMPLE) {
      begin();
    }
  }

  @Override
  public void finish() {
    if (widths == null) {
      begin();
    }
  }

  private void begin() {
    if (columns.size() == 1 && sample.size() == 1 && sample.get(0).get(0).contains("\n")) {
      widths = new int[1];
      out.println(sample.get(0).get(0).stripTrailing());
      return;
    }
    widths =
        IntStream.range(0, columns.size())
            .map(
                i ->
                    sample.stream()
                        .mapToInt(cells -> onOneLine(cells.get(i)).length())
                        .reduce(columns.get(i).name().length(), Math::max))
            .toArray();
    if (terminal.isInteractive()) {
      narrow(terminal.width());
    }
    print(columns.stream().map(ResultColumn::name).toList());
    out.println(IntStream.of(widths).mapToObj("-"::repeat).collect(Collectors.joining(GAP)));
    sample.forEach(this::print);
    sample.clear();
  }

  /** Takes from the widest column until the line fits or every column is as narrow as it may be. */
  private void narrow(int screen) {
    int excess = IntStream.of(widths).sum() + GAP.length() * (widths.length - 1) - screen;
    for (; excess > 0; excess--) {
      int widest =
          IntStream.range(0, widths.length)
              .boxed()
              .max(Comparator.comparingInt(i -> widths[i]))
              .orElseThrow();
      if (widths[widest] <= LEAST_WIDTH) {
        return;
      }
      widths[widest]--;
    }
  }

  private void print(List<String> cells) {
    String line =
        IntStream.range(0, widths.length)
            .mapToObj(i -> aligned(cells.get(i), widths[i], columns.get(i).isNumber()))
            .collect(Collectors.joining(GAP));
    out.println(line.stripTrailing());
  }

  private String aligned(String cell, int width, boolean toTheRight) {
    String text = onOneLine(cell);
    if (text.length() > width && terminal.isInteractive()) {
      return text.substring(0, width - 1) + "…";
    }
    String blanks = " ".repeat(Math.max(0, width - text.length()));
    return toTheRight ? blanks + text : text + blanks;
  }

  private static String cell(Object value) {
    return value == null ? NULL : Texts.of(value);
  }

  private static String onOneLine(String text) {
    return text.replace("\n", "\\n").replace("\r", "\\r").replace("\t", " ");
  }
}
