package tributary.input.draft;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is drafted so far: expressions by canonical column, and what they rest on. */
final class Drafted {
  private final Mapping mapping;
  private final Map<String, String> expressions = new LinkedHashMap<>();
  private final List<Finding> findings = new ArrayList<>();

  Drafted(Mapping mapping) {
    this.mapping = mapping;
  }

  void put(String canonical, String expression, String answer, Confidence sure, String why) {
    expressions.put(canonical, expression);
    findings.add(new Finding(canonical, answer, sure, why));
  }

  void put(String canonical, String expression, Role role) {
    put(
        canonical,
        expression,
        mapping.of(role).orElseThrow().name(),
        mapping.confidence(role),
        mapping.evidence(role));
  }

  /** An expression of which no finding speaks alone. */
  void put(String canonical, String expression) {
    expressions.put(canonical, expression);
  }

  void found(Finding finding) {
    findings.add(finding);
  }

  /** By canonical column, in the order of a profile. */
  Map<String, String> expressions() {
    return expressions;
  }

  List<Finding> findings() {
    return findings;
  }
}
