package tributary.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tributary.lake.Tally;
import tributary.lake.Tally.Figure;
import tributary.lake.Tally.Kind;
import tributary.lake.Tally.Side;
import tributary.script.Script.Fragment;
import tributary.script.Script.Identifier;

/**
 * What sql/checks/broken_tally_keys.sql needs to show the keys that break a tally, with their
 * figures.
 *
 * @param tables the quoted table of a side's {@code from}
 */
record TallyExamples(Tally tally, UnaryOperator<String> tables) {
  Map<String, Fragment> values() {
    return Map.of(
        "rows",
        new Fragment(
            tally.of().stream().map(this::rows).collect(Collectors.joining(" UNION ALL "))),
        "keys",
        new Fragment(String.join(", ", keys())),
        "figures",
        new Fragment(
            tally.kinds().keySet().stream()
                .map(name -> figure(name) + " AS " + new Identifier(name).quoted())
                .collect(Collectors.joining(", "))),
        "broken",
        new Fragment(TallyPlaces.condition(tally, this::figure)));
  }

  private int longestKey() {
    return tally.of().stream().mapToInt(side -> side.by().size()).max().orElse(0);
  }

  /** The number of parts tells apart keys of which one begins like the other. */
  private List<String> keys() {
    List<String> keys =
        new ArrayList<>(IntStream.rangeClosed(1, longestKey()).mapToObj(i -> "key_" + i).toList());
    keys.add("key_parts");
    return keys;
  }

  private String rows(Side side) {
    List<String> columns = new ArrayList<>();
    for (int i = 0; i < longestKey(); i++) {
      String part = i < side.by().size() ? side.by().get(i) : "NULL";
      columns.add("CAST(%s AS STRING) AS key_%s".formatted(part, i + 1));
    }
    columns.add(side.by().size() + " AS key_parts");
    tally
        .kinds()
        .forEach((name, kind) -> columns.add(column(side.figures().get(name), name, kind)));
    String condition = side.where().isEmpty() ? "TRUE" : side.where();
    return "SELECT %s FROM %s WHERE %s"
        .formatted(String.join(", ", columns), tables.apply(side.from()), condition);
  }

  private static String column(Figure figure, String name, Kind kind) {
    String type = kind == Kind.DISTINCT ? "STRING" : "DECIMAL(38, 10)";
    String expression = figure == null ? "NULL" : figure.of();
    return "CAST(%s AS %s) AS figure_of_%s".formatted(expression, type, name);
  }

  private String figure(String name) {
    return switch (tally.kinds().get(name)) {
      case SUM -> "SUM(figure_of_%s)".formatted(name);
      case HIGHEST -> "MAX(figure_of_%s)".formatted(name);
      case LOWEST -> "MIN(figure_of_%s)".formatted(name);
      case DISTINCT -> "COUNT(DISTINCT figure_of_%s)".formatted(name);
    };
  }
}
