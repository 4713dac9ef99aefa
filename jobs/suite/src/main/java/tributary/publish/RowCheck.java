package tributary.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tributary.lake.Column;
import tributary.lake.TableContract;
import tributary.script.Script.Identifier;

/**
 * A check that one row passes or breaks by itself.
 *
 * @param broken the SQL condition that holds of rows which break it
 */
record RowCheck(String name, String says, String broken) {
  private static final String LARGEST_DOUBLE = "1.7976931348623157E308";

  static List<RowCheck> of(TableContract contract) {
    List<RowCheck> checks = new ArrayList<>();
    for (Column column : contract.columns()) {
      String quoted = new Identifier(column.name()).quoted();
      if (column.required()) {
        checks.add(
            new RowCheck(
                column.name() + "_not_null",
                column.name() + " is never null",
                quoted + " IS NULL"));
      }
      if (column.type().equals("double")) {
        checks.add(
            new RowCheck(
                column.name() + "_finite",
                column.name() + " is never NaN or infinite",
                "NOT (ABS(%s) <= %s)".formatted(quoted, LARGEST_DOUBLE)));
      }
    }
    contract
        .checks()
        .acceptedValues()
        .forEach(
            (column, values) -> {
              String list =
                  values.stream()
                      .map(value -> "'" + value.replace("'", "''") + "'")
                      .collect(Collectors.joining(", "));
              checks.add(
                  new RowCheck(
                      column + "_accepted",
                      "%s is one of %s".formatted(column, String.join(", ", values)),
                      "%s NOT IN (%s)".formatted(new Identifier(column).quoted(), list)));
            });
    return checks;
  }
}
