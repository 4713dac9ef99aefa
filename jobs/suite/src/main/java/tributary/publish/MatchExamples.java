package tributary.publish;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tributary.lake.Match;
import tributary.lake.Match.Side;
import tributary.script.Script.Fragment;

/**
 * What sql/checks/unmatched_keys.sql needs to show the keys that break a match.
 *
 * @param match what is broken
 * @param here the table of its one side, quoted
 * @param there that of the other
 */
record MatchExamples(Match match, String here, String there) {
  Map<String, Fragment> values() {
    return Map.of(
        "here", rows(here, match.here(), ""),
        "there", rows(there, match.there(), "-"),
        "keys", new Fragment(String.join(", ", keys())),
        "differences", new Fragment(String.join(", ", differences())),
        "broken", new Fragment(broken()));
  }

  private static Fragment rows(String table, Side side, String sign) {
    List<String> by = side.by().isEmpty() ? List.of("TRUE") : side.by();
    List<String> expressions =
        Stream.concat(
                IntStream.range(0, by.size())
                    .mapToObj(i -> "%s AS key_%s".formatted(by.get(i), i + 1)),
                IntStream.range(0, side.sums().size())
                    .mapToObj(
                        i -> "%s(%s) AS figure_%s".formatted(sign, side.sums().get(i), i + 1)))
            .toList();
    return new Fragment(
        "%s FROM %s WHERE %s"
            .formatted(
                String.join(", ", expressions),
                table,
                side.where().isEmpty() ? "TRUE" : side.where()));
  }

  private List<String> keys() {
    return IntStream.rangeClosed(1, Math.max(1, match.here().by().size()))
        .mapToObj(i -> "key_" + i)
        .toList();
  }

  /** The keys, and what here is more than there. */
  private List<String> differences() {
    Stream<String> sums = sums().map(sum -> sum + " AS difference_" + sum.replaceAll("\\D", ""));
    return Stream.concat(keys().stream(), sums).toList();
  }

  private Stream<String> sums() {
    return IntStream.rangeClosed(1, match.here().sums().size())
        .mapToObj("COALESCE(SUM(figure_%s), 0)"::formatted);
  }

  private String broken() {
    String differ =
        match.here().sums().isEmpty()
            ? "FALSE"
            : sums().map(sum -> sum + " <> 0").collect(Collectors.joining(" OR "));
    String oneSided = "COUNT(DISTINCT is_there) = 1";
    return switch (match.is()) {
      case EQUAL -> differ + " OR " + oneSided;
      case BALANCED -> differ;
      case COVERING -> "MAX(is_there) = 1 AND (%s OR %s)".formatted(differ, oneSided);
      case WITHIN -> "key_1 IS NOT NULL AND MAX(is_there) = 0";
      case APART -> "key_1 IS NOT NULL AND COUNT(DISTINCT is_there) = 2";
      case UNIQUE, RANKED -> "SUM(1 - is_there) <> 1";
    };
  }
}
