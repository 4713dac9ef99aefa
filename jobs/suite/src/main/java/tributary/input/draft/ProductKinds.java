package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds the codes of products that are fees or adjustments: postage, vouchers and the like. */
final class ProductKinds {
  private static final int MOST_WORDS = 3;
  private static final int MOST_SHOWN = 8;

  private final Traits traits;
  private final Refs refs;
  private final Optional<Column> code;
  private final Optional<Column> name;
  private final Optional<Column> quantity;

  ProductKinds(Mapping mapping, Traits traits, Refs refs) {
    this.traits = traits;
    this.refs = refs;
    this.code = mapping.of(Role.PRODUCT).or(() -> mapping.of(Role.NAME));
    this.name = mapping.of(Role.NAME);
    this.quantity = mapping.of(Role.QUANTITY);
  }

  void add(List<String> whens, List<Finding> findings) {
    if (code.isEmpty()) {
      return;
    }
    Column column = code.get();
    boolean codesHaveDigits = Traits.shareWithDigits(column) > 0.8;
    Map<String, TreeSet<String>> byKind = new TreeMap<>();
    TreeSet<String> others = new TreeSet<>();
    Map<String, List<Integer>> rows = rows(column);
    rows.forEach(
        (value, of) -> {
          boolean isUnlike = codesHaveDigits && !value.matches(".*[0-9].*");
          String kind = kind(value, of, isUnlike);
          if (!kind.isEmpty()) {
            byKind.computeIfAbsent(kind, any -> new TreeSet<>()).add(value);
          } else if (isUnlike) {
            others.add(value);
          }
        });
    for (String kind : List.of("fee", "adjustment")) {
      if (byKind.containsKey(kind)) {
        List<String> values = List.copyOf(byKind.get(kind));
        whens.add(
            "WHEN %s THEN '%s'"
                .formatted(Refs.in("UPPER(%s)".formatted(refs.clean(column)), values), kind));
        findings.add(finding(kind, values, "words for it in code or name"));
      }
    }
    if (!others.isEmpty() && others.size() * 5 < rows.size()) {
      findings.add(
          new Finding(
              "fees?",
              shown(List.copyOf(others)),
              Confidence.LOW,
              "codes unlike the others, taken for products"));
    }
  }

  private static Map<String, List<Integer>> rows(Column column) {
    Map<String, List<Integer>> rows = new TreeMap<>();
    for (int row = 0; row < column.rows(); row++) {
      if (!column.value(row).isEmpty()) {
        rows.computeIfAbsent(column.value(row).toUpperCase(Locale.ROOT), any -> new ArrayList<>())
            .add(row);
      }
    }
    return rows;
  }

  private String kind(String value, List<Integer> rows, boolean isUnlike) {
    String called = name.map(column -> column.value(rows.get(0))).orElse(value);
    Vocabulary words = traits.vocabulary();
    for (String kind : List.of("fee", "adjustment")) {
      if (words.is(kind, value) || words.is(kind, called)) {
        return kind;
      }
      boolean isSaid = words.mentions(kind, value) || words.mentions(kind, called);
      if (isSaid && (isUnlike || isShort(kind, called) && isSingle(rows))) {
        return kind;
      }
    }
    return "";
  }

  /** Whether a name of few words begins or ends with a word of this kind. */
  private boolean isShort(String kind, String called) {
    String[] each = Vocabulary.normal(called).split(" ");
    return each.length <= MOST_WORDS
        && (isStrong(kind, each[0]) || isStrong(kind, each[each.length - 1]));
  }

  private boolean isStrong(String kind, String word) {
    return traits.vocabulary().is(kind, word) && !traits.vocabulary().is("weak", word);
  }

  private boolean isSingle(List<Integer> rows) {
    if (quantity.isEmpty()) {
      return true;
    }
    double[] quantities = traits.numbers(quantity.get());
    return rows.stream().filter(row -> Math.abs(quantities[row]) == 1).count() * 10
        >= rows.size() * 9L;
  }

  private Finding finding(String kind, List<String> values, String why) {
    return new Finding(kind, shown(values), Confidence.MEDIUM, why);
  }

  private static String shown(List<String> values) {
    String shown = String.join(", ", values.subList(0, Math.min(MOST_SHOWN, values.size())));
    return values.size() > MOST_SHOWN
        ? "%s and %s more".formatted(shown, values.size() - MOST_SHOWN)
        : shown;
  }
}
