package tributary.lake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tributary.config.Range;

/** Reads the comparisons of a contract, and notes what is wrong with them. */
final class ComparisonReader {
  private final ContractFields fields;
  private final List<String> problems;

  ComparisonReader(ContractFields fields, List<String> problems) {
    this.fields = fields;
    this.problems = problems;
  }

  /** One, or for drift one for each column. */
  List<Comparison> read(Severity severity) {
    fields.allow(
        Set.of(
            "rows",
            "drift",
            "measure",
            "name",
            "says",
            "expected",
            "severity",
            "remedy",
            "usual",
            "fewest"));
    Range expected = fields.range(fields.has("rows") ? "rows" : "expected");
    String remedy = fields.text("remedy");
    Optional<Usual> usual = usual();
    if (fields.has("fewest") && !fields.has("measure")) {
      problems.add(fields.at() + "fewest is of a comparison that is no measure");
    }
    if (fields.has("rows")) {
      return List.of(
          new Comparison(
              "rows_kept",
              "the table has as many rows as before, or more",
              Comparison.Kind.ROWS,
              "",
              expected,
              severity,
              remedy));
    }
    if (fields.has("drift")) {
      return fields.texts("drift").stream()
          .map(
              column ->
                  new Comparison(
                      column + "_drift",
                      "the values of %s are distributed as before".formatted(column),
                      Comparison.Kind.DRIFT,
                      column,
                      expected,
                      severity,
                      remedy,
                      usual,
                      Fewest.NONE))
          .toList();
    }
    return List.of(
        new Comparison(
            fields.text("name"),
            fields.text("says"),
            Comparison.Kind.MEASURE,
            fields.text("measure"),
            expected,
            severity,
            remedy,
            usual,
            fewest(usual)));
  }

  private Fewest fewest(Optional<Usual> usual) {
    ContractFields fewest = fields.within("fewest");
    fewest.allow(Set.of("delivered", "in_all"));
    if (fewest.has("delivered") && usual.filter(each -> each.days() > 1).isPresent()) {
      problems.add(fields.at() + "fewest.delivered is of days judged together: say in_all");
    }
    return new Fewest(fewest.count("delivered"), fewest.count("in_all"));
  }

  private Optional<Usual> usual() {
    if (!fields.has("usual")) {
      return Optional.empty();
    }
    ContractFields usual = fields.within("usual");
    usual.allow(Set.of("spreads", "days"));
    String spreads = usual.text("spreads");
    String days = usual.text("days", "1");
    try {
      return Optional.of(new Usual(Double.parseDouble(spreads), Integer.parseInt(days)));
    } catch (IllegalArgumentException e) {
      problems.add(
          "%susual has '%s' spreads of '%s' days, expected numbers above 0"
              .formatted(fields.at(), spreads, days));
      return Optional.empty();
    }
  }
}
