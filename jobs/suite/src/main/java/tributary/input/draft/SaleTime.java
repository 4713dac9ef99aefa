package tributary.input.draft;

import java.util.List;
import java.util.stream.Collectors;

/** Drafts the time of a sale, of a column or of two. */
final class SaleTime {
  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;

  SaleTime(Mapping mapping, Traits traits, Refs refs) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
  }

  String expression() {
    Column date = mapping.of(Role.DATE).orElseThrow();
    List<String> patterns = traits.dates(date).orElseThrow().patterns();
    if (!mapping.has(Role.TIME)) {
      return call(refs.of(date), patterns);
    }
    Column time = mapping.of(Role.TIME).orElseThrow();
    String pattern = traits.timeOfDay(time).orElseThrow();
    boolean hasMidnight = traits.dates(date).orElseThrow().hasTimeOfDay();
    String day = refs.clean(date);
    if (hasMidnight) {
      day = "REGEXP_EXTRACT(%s, '^(.*?)[ T][0-9]', 1)".formatted(day);
      patterns =
          patterns.stream().map(each -> each.replaceFirst("( |'T')[Hh].*", "")).distinct().toList();
    }
    return call(
        "%s || ' ' || %s".formatted(day, refs.clean(time)),
        patterns.stream().map(each -> each + " " + pattern).toList());
  }

  private static String call(String text, List<String> patterns) {
    return "TIMESTAMP_TEXT(%s, %s)"
        .formatted(text, patterns.stream().map(Refs::literal).collect(Collectors.joining(", ")));
  }
}
