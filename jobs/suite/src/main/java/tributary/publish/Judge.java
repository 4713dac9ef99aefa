package tributary.publish;

import java.util.List;
import java.util.Locale;
import tributary.config.PublishSettings;
import tributary.config.Range;
import tributary.lake.Comparison;
import tributary.lake.Figure;
import tributary.lake.Severity;
import tributary.lake.TableName;
import tributary.publish.PopulationStability.Bin;

/** Says what a comparison's figures mean, by the limits of its contract or of the user. */
final class Judge {
  /** Fewer rows say little about what is usual. */
  private static final int FEWEST_ROWS = 30;

  private final PublishSettings settings;

  Judge(PublishSettings settings) {
    this.settings = settings;
  }

  /**
   * A row of the audit's query.
   *
   * @param label the bin, for drift; what a measure adds in words
   * @param fresh the number of rows or violations now, or the figure of a measure; null for none
   * @param published the number of rows before
   */
  record Finding(String label, Double fresh, Double published) {}

  /** The same as {@code error} or {@code warn}, where the user accepts what the check finds. */
  Severity severity(TableName table, String check, Severity contract) {
    boolean isAccepted =
        settings.accepted().contains(check) || settings.accepted().contains(table + "." + check);
    return isAccepted ? Severity.WARN : contract;
  }

  AuditResult judge(TableName table, Comparison comparison, List<Finding> findings) {
    return switch (comparison.kind()) {
      case ROWS -> rows(table, comparison, findings);
      case DRIFT -> drift(table, comparison, findings);
      case MEASURE -> measure(table, comparison, findings);
    };
  }

  /** Outside the expected range it is a warning; outside the tolerated or the user's, an error. */
  AuditResult judge(TableName table, Figure figure, List<Finding> findings) {
    boolean isLimited =
        settings.limits().containsKey(figure.name())
            || settings.limits().containsKey(table + "." + figure.name());
    boolean blocks =
        figure.tolerated().isPresent()
            && (isLimited
                || findings.stream()
                    .map(Finding::fresh)
                    .anyMatch(found -> found != null && !figure.tolerated().get().contains(found)));
    return measure(
        table,
        new Comparison(
            figure.name(),
            figure.says(),
            Comparison.Kind.MEASURE,
            figure.measure(),
            figure.expected(),
            blocks ? Severity.ERROR : Severity.WARN,
            figure.remedy()),
        findings);
  }

  private AuditResult rows(TableName table, Comparison comparison, List<Finding> findings) {
    double fresh = findings.stream().mapToDouble(Finding::fresh).sum();
    double published = findings.stream().mapToDouble(Finding::published).sum();
    if (published < FEWEST_ROWS) {
      return tooFew(table, comparison, fresh, published);
    }
    String said = String.format(Locale.ROOT, "%,.0f rows, before %,.0f", fresh, published);
    return result(table, comparison, fresh / published, said);
  }

  private AuditResult drift(TableName table, Comparison comparison, List<Finding> findings) {
    double fresh = findings.stream().mapToDouble(Finding::fresh).sum();
    double published = findings.stream().mapToDouble(Finding::published).sum();
    if (fresh < FEWEST_ROWS || published < FEWEST_ROWS) {
      return tooFew(table, comparison, fresh, published);
    }
    List<Bin> bins = findings.stream().map(bin -> new Bin(bin.fresh(), bin.published())).toList();
    return result(table, comparison, PopulationStability.index(bins), "population stability index");
  }

  private AuditResult measure(TableName table, Comparison comparison, List<Finding> findings) {
    return findings.stream()
        .filter(finding -> finding.fresh() != null)
        .findFirst()
        .map(
            finding ->
                result(
                    table,
                    comparison,
                    finding.fresh(),
                    finding.label() == null ? "" : finding.label()))
        .orElseGet(() -> nothing(table, comparison, "nothing to compare"));
  }

  private AuditResult tooFew(
      TableName table, Comparison comparison, double fresh, double published) {
    return nothing(
        table,
        comparison,
        String.format(Locale.ROOT, "too few rows: %,.0f, before %,.0f", fresh, published));
  }

  private AuditResult nothing(TableName table, Comparison comparison, String why) {
    return new AuditResult(
        table,
        comparison.name(),
        severity(table, comparison.name(), comparison.severity()),
        true,
        why,
        range(table, comparison).toString(),
        "");
  }

  private AuditResult result(TableName table, Comparison comparison, double figure, String said) {
    Range expected = range(table, comparison);
    boolean passed = expected.contains(figure);
    String observed =
        String.format(Locale.ROOT, "%.3f", figure) + (said.isEmpty() ? "" : " (" + said + ")");
    String message =
        passed
            ? ""
            : "%s: expected that %s: %s; found %s. %s If it is right as it is, run again with --accept %s.%s"
                .formatted(
                    comparison.name(),
                    comparison.says(),
                    expected,
                    observed,
                    comparison.remedy(),
                    table,
                    comparison.name());
    return new AuditResult(
        table,
        comparison.name(),
        severity(table, comparison.name(), comparison.severity()),
        passed,
        observed,
        expected.toString(),
        message);
  }

  private Range range(TableName table, Comparison comparison) {
    Range ofAll = settings.limits().getOrDefault(comparison.name(), comparison.expected());
    return settings.limits().getOrDefault(table + "." + comparison.name(), ofAll);
  }
}
