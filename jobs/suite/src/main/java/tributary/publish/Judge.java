package tributary.publish;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tributary.config.PublishSettings;
import tributary.config.Range;
import tributary.lake.Comparison;
import tributary.lake.Figure;
import tributary.lake.Severity;
import tributary.lake.TableName;
import tributary.publish.ComparisonPlan.Comparing;
import tributary.publish.ComparisonPlan.TooFew;
import tributary.publish.UsualRange.Earlier;

/** Says what a comparison's figures mean, by the limits of its contract or of the user. */
final class Judge {
  /** Fewer rows say little about what is usual. */
  static final int FEWEST_ROWS = 30;

  private final PublishSettings settings;

  Judge(PublishSettings settings) {
    this.settings = settings;
  }

  /**
   * A row of the audit's query.
   *
   * @param label the bin, for drift; what a measure adds in words
   * @param fresh the number of rows or violations now, or the figure of a measure; null for none
   * @param published the number of rows before; of a measure that is judged by what was usual, the
   *     figure's standard deviation by chance
   * @param spansAgo how many spans as long as the delivery it lies back; null where that is not
   *     asked
   */
  record Finding(String label, Double fresh, Double published, Integer spansAgo) {
    Finding(String label, Double fresh, Double published) {
      this(label, fresh, published, null);
    }

    boolean isEarlier() {
      return spansAgo != null && spansAgo != 0;
    }
  }

  /** The same as {@code error} or {@code warn}, where the user accepts what the check finds. */
  Severity severity(TableName table, String check, Severity contract) {
    boolean isAccepted =
        settings.accepted().contains(check) || settings.accepted().contains(table + "." + check);
    return isAccepted ? Severity.WARN : contract;
  }

  AuditResult judge(Comparing comparing, List<Finding> findings) {
    return switch (comparing.comparison().kind()) {
      case ROWS -> rows(comparing, findings);
      case DRIFT -> drift(comparing, findings);
      case MEASURE -> measure(comparing, findings);
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
    Comparison comparison =
        new Comparison(
            figure.name(),
            figure.says(),
            Comparison.Kind.MEASURE,
            figure.measure(),
            figure.expected(),
            blocks ? Severity.ERROR : Severity.WARN,
            figure.remedy());
    return measure(new Comparing(0, table, comparison, 1), findings);
  }

  AuditResult judge(TooFew few) {
    return tooFew(few.comparing(), few.delivered(), few.before());
  }

  private AuditResult rows(Comparing comparing, List<Finding> findings) {
    double fresh = sum(findings, Finding::fresh);
    double published = sum(findings, Finding::published);
    if (published < FEWEST_ROWS) {
      return tooFew(comparing, fresh, published);
    }
    String said = String.format(Locale.ROOT, "%,.0f rows, before %,.0f", fresh, published);
    return result(comparing, fresh / published, said, Optional.empty());
  }

  private AuditResult drift(Comparing comparing, List<Finding> findings) {
    double fresh = sum(findings, Finding::fresh);
    double published = sum(findings, Finding::published);
    if (fresh < FEWEST_ROWS || published < FEWEST_ROWS) {
      return tooFew(comparing, fresh, published);
    }
    Distribution before = Distribution.of(findings, Finding::published);
    double index = Distribution.of(findings, Finding::fresh).driftFrom(before);
    List<Earlier> earlier =
        findings.stream()
            .filter(Finding::isEarlier)
            .collect(Collectors.groupingBy(Finding::spansAgo))
            .entrySet()
            .stream()
            .filter(span -> sum(span.getValue(), Finding::published) >= FEWEST_ROWS)
            .map(
                span ->
                    new Earlier(
                        span.getKey(),
                        Distribution.of(span.getValue(), Finding::published).driftFrom(before)))
            .toList();
    return result(comparing, index, "population stability index", usual(comparing, earlier, 0));
  }

  private AuditResult measure(Comparing comparing, List<Finding> findings) {
    List<Earlier> earlier =
        findings.stream()
            .filter(finding -> finding.isEarlier() && finding.fresh() != null)
            .map(finding -> new Earlier(finding.spansAgo(), finding.fresh()))
            .toList();
    return findings.stream()
        .filter(finding -> !finding.isEarlier() && finding.fresh() != null)
        .findFirst()
        .map(
            finding ->
                result(
                    comparing,
                    finding.fresh(),
                    finding.label() == null ? "" : finding.label(),
                    usual(
                        comparing, earlier, finding.published() == null ? 0 : finding.published())))
        .orElseGet(() -> nothing(comparing, "nothing to compare"));
  }

  private static double sum(List<Finding> findings, Function<Finding, Double> count) {
    return findings.stream().map(count).mapToDouble(Double::doubleValue).sum();
  }

  /** What is usual, where the contract asks for it and the user has not set the range. */
  private Optional<UsualRange> usual(Comparing comparing, List<Earlier> earlier, double chance) {
    return comparing.comparison().usual().isEmpty() || limit(comparing).isPresent()
        ? Optional.empty()
        : Optional.of(UsualRange.of(earlier, comparing.days(), chance));
  }

  private AuditResult tooFew(Comparing comparing, double fresh, double published) {
    return nothing(
        comparing,
        String.format(Locale.ROOT, "too few rows: %,.0f, before %,.0f", fresh, published));
  }

  private AuditResult nothing(Comparing comparing, String why) {
    return result(comparing, true, why, expected(comparing), "");
  }

  private AuditResult result(
      Comparing comparing, double figure, String said, Optional<UsualRange> usual) {
    Comparison comparison = comparing.comparison();
    Range expected =
        usual
            .map(range -> range.widen(expected(comparing), comparison.usual().get().spreads()))
            .orElseGet(() -> expected(comparing));
    boolean passed = expected.contains(figure);
    String words =
        Stream.of(
                said,
                usual
                    .map(
                        range ->
                            range.inWords(comparison.usual().get().spreads(), comparing.days()))
                    .orElse(""))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("; "));
    String observed =
        String.format(Locale.ROOT, "%.3f", figure) + (words.isEmpty() ? "" : " (" + words + ")");
    return result(
        comparing,
        passed,
        observed,
        expected,
        passed ? "" : message(comparing, expected, observed));
  }

  private static String message(Comparing comparing, Range expected, String observed) {
    Comparison comparison = comparing.comparison();
    return "%s: expected that %s: %s; found %s. %s If it is right as it is, run again with --accept %s.%s"
        .formatted(
            comparison.name(),
            comparison.says(),
            expected,
            observed,
            comparison.remedy(),
            comparing.table(),
            comparison.name());
  }

  private AuditResult result(
      Comparing comparing, boolean passed, String observed, Range expected, String message) {
    Comparison comparison = comparing.comparison();
    return new AuditResult(
        comparing.table(),
        comparison.name(),
        severity(comparing.table(), comparison.name(), comparison.severity()),
        passed,
        observed,
        expected.toString(),
        message);
  }

  private Range expected(Comparing comparing) {
    return limit(comparing).orElse(comparing.comparison().expected());
  }

  /** The range that the user set. */
  private Optional<Range> limit(Comparing comparing) {
    String name = comparing.comparison().name();
    Range ofAll = settings.limits().get(name);
    return Optional.ofNullable(
        settings.limits().getOrDefault(comparing.table() + "." + name, ofAll));
  }
}
