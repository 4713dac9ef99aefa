package tributary.lake;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What an audit checks beyond required columns and the key.
 *
 * @param acceptedValues column to the only values it may hold, besides null
 * @param relationships column to the {@code namespace.table.column} its values must exist in
 * @param rules what no row of it may be
 * @param matches how its rows and those of others go together
 * @param tallies what its rows and those of others come to, by key
 * @param invariants sentences that are always true of the table
 * @param figures what is plausible of the table by itself
 * @param comparisons what should not have changed much since the last published state
 */
public record Checks(
    Map<String, List<String>> acceptedValues,
    Map<String, String> relationships,
    List<RowRule> rules,
    List<Match> matches,
    List<Tally> tallies,
    List<Invariant> invariants,
    List<Figure> figures,
    List<Comparison> comparisons) {
  public Checks {
    Map<String, List<String>> values = new LinkedHashMap<>();
    acceptedValues.forEach((column, accepted) -> values.put(column, List.copyOf(accepted)));
    acceptedValues = Collections.unmodifiableMap(values);
    relationships = Collections.unmodifiableMap(new LinkedHashMap<>(relationships));
    rules = List.copyOf(rules);
    matches = List.copyOf(matches);
    tallies = List.copyOf(tallies);
    invariants = List.copyOf(invariants);
    figures = List.copyOf(figures);
    comparisons = List.copyOf(comparisons);
  }

  /** No checks. */
  public static Checks none() {
    return new Checks(
        Map.of(), Map.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
