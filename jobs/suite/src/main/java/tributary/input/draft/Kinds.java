package tributary.input.draft;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Finds which lines are fees, adjustments or cancellations, by words for them. */
final class Kinds {
  private static final List<String> LISTS =
      List.of("browsing", "transferred", "fee", "adjustment", "cancelled", "refunded", "unpaid");
  private static final Map<String, String> NO_SALES =
      Map.of(
          "browsing",
          "what is looked at or chosen is not bought: these lines count 0",
          "transferred",
          "money moved to a bank: these lines count 0",
          DocumentCodes.NO_SALE,
          "pro forma, or undoing what counts 0: these lines count 0");

  private final Mapping mapping;
  private final Traits traits;
  private final Refs refs;
  private final DocumentCodes codes;
  private final List<String> whens = new ArrayList<>();
  private final List<String> worthless = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();

  Kinds(Mapping mapping, Traits traits, Refs refs) {
    this.mapping = mapping;
    this.traits = traits;
    this.refs = refs;
    this.codes = new DocumentCodes(traits.vocabulary());
    new ProductKinds(mapping, traits, refs).add(whens, findings);
    boolean areReversed = mapping.types().stream().anyMatch(codes::holdsReversals);
    boolean areMarked = !areReversed && mapping.types().stream().anyMatch(this::marksCancelled);
    for (Column column : mapping.types()) {
      if (areReversed && marksCancelled(column)) {
        found(
            "no cancellation",
            column,
            List.of("a mark"),
            "the documents that reverse the marked ones are among the lines");
      } else if (isMark(traits, column)) {
        addMark(column);
      } else {
        addTypes(column, areMarked);
      }
    }
    new Levels(mapping, traits).find().ifPresent(this::addLevels);
    new ReceiptLetters(mapping, traits, refs).add(whens, findings);
    // What is charged beside goods stays that when it is paid back.
    whens.sort(Comparator.comparing(when -> when.endsWith("'cancellation'")));
  }

  /** Cases of declared_kind. */
  List<String> whens() {
    return whens;
  }

  /** Conditions of lines that never came about, or whose order was taken back as a whole. */
  List<String> worthless() {
    return worthless;
  }

  List<Finding> findings() {
    return findings;
  }

  /** Whether a column marks lines that were cancelled or came back, with a yes or with a time. */
  static boolean isMark(Traits traits, Column column) {
    Vocabulary words = traits.vocabulary();
    boolean isNamed =
        words.mentions("cancelled", column.name()) || words.mentions("refunded", column.name());
    boolean isYes =
        column.distinct() <= 2
            && column.counts().keySet().stream().anyMatch(value -> words.is("yes", value));
    boolean isTime = traits.dates(column).isPresent() && column.filledShare() < 0.5;
    return isNamed && column.filled() > 0 && (isYes || isTime);
  }

  private boolean marksCancelled(Column column) {
    return isMark(traits, column) && traits.vocabulary().mentions("cancelled", column.name());
  }

  private void addMark(Column column) {
    if (traits.dates(column).isPresent()) {
      worthless.add("%s IS NOT NULL".formatted(refs.clean(column)));
      found(
          "cancelled",
          column,
          List.of("a time"),
          "has a time when an order was taken back; its lines count 0");
      return;
    }
    List<String> yes =
        column.counts().keySet().stream()
            .filter(value -> traits.vocabulary().is("yes", value))
            .map(value -> value.toUpperCase(Locale.ROOT))
            .distinct()
            .sorted()
            .toList();
    String condition = Refs.in("UPPER(%s)".formatted(refs.clean(column)), yes);
    if (new Undone(mapping, traits).areNeverSold(column, yes)) {
      worthless.add(condition);
      found(
          "cancelled",
          column,
          yes,
          "by the name of the column; no other line holds what these undo: they count 0");
      return;
    }
    whens.add("WHEN %s THEN 'cancellation'".formatted(condition));
    found("cancellation", column, yes, "by the name of the column");
  }

  /** Lines that say once more what those of goods say. */
  private void addLevels(Levels.Found levels) {
    String lower = "LOWER(%s)".formatted(refs.clean(levels.column()));
    worthless.add(Refs.in(lower, levels.repeated()));
    found(
        "no sale",
        levels.column(),
        levels.repeated(),
        "they add up to what lines of '%s' say: they count 0".formatted(levels.kept()));
  }

  private void addTypes(Column column, boolean areMarked) {
    Map<String, List<String>> byList = new TreeMap<>();
    for (String value : column.counts().keySet()) {
      String list = list(value);
      if (!list.isEmpty()) {
        byList.computeIfAbsent(list, any -> new ArrayList<>()).add(value.toLowerCase(Locale.ROOT));
      }
    }
    codes
        .of(column, areMarked)
        .forEach((list, all) -> byList.computeIfAbsent(list, any -> new ArrayList<>()).addAll(all));
    byList.replaceAll((list, values) -> values.stream().distinct().sorted().toList());
    String lower = "LOWER(%s)".formatted(refs.clean(column));
    for (String list : List.of("browsing", "transferred", DocumentCodes.NO_SALE)) {
      if (byList.containsKey(list)) {
        worthless.add(Refs.in(lower, byList.get(list)));
        found("no sale", column, byList.get(list), NO_SALES.get(list));
      }
    }
    for (String kind : List.of("fee", "adjustment")) {
      if (byList.containsKey(kind)) {
        whens.add("WHEN %s THEN '%s'".formatted(Refs.in(lower, byList.get(kind)), kind));
        found(kind, column, byList.get(kind), "words for it");
      }
    }
    for (String list : List.of("cancelled", "refunded", "unpaid")) {
      if (byList.containsKey(list)) {
        addTakenBack(column, lower, list, byList.get(list));
      }
    }
  }

  private void addTakenBack(Column column, String lower, String list, List<String> values) {
    String condition = Refs.in(lower, values);
    if (list.equals("unpaid") || isStateOfOrders(column, values)) {
      worthless.add(condition);
      found(list, column, values, "a state of whole orders: their lines count 0");
    } else {
      whens.add("WHEN %s THEN 'cancellation'".formatted(condition));
      found("cancellation", column, values, "lines of their own, taken off the sales");
    }
  }

  /** The list of words that a value is in; empty for none. */
  private String list(String value) {
    Vocabulary words = traits.vocabulary();
    String text = value.replaceFirst("(?i)^wc-", "");
    for (String list : LISTS) {
      boolean isOfMany =
          text.length() <= 40 && !NO_SALES.containsKey(list) && words.mentions(list, text);
      if (words.is(list, text) || isOfMany && !words.mentions("partial", text)) {
        return list;
      }
    }
    return "";
  }

  /** Whether the lines with these values are sales that did not last, not lines that undo them. */
  private boolean isStateOfOrders(Column column, List<String> values) {
    double[] figures =
        mapping
            .of(Role.AMOUNT)
            .or(() -> mapping.of(Role.QUANTITY))
            .map(traits::numbers)
            .orElse(null);
    int negative = 0;
    int lines = 0;
    for (int row = 0; row < column.rows(); row++) {
      if (values.contains(column.value(row).toLowerCase(Locale.ROOT))) {
        lines++;
        negative += figures != null && figures[row] < 0 ? 1 : 0;
      }
    }
    return negative * 2 <= lines && traits.vocabulary().mentions("state", column.name());
  }

  private void found(String kind, Column column, List<String> values, String why) {
    List<String> shown = values.subList(0, Math.min(6, values.size()));
    findings.add(
        new Finding(
            kind,
            "%s: %s%s"
                .formatted(
                    column.name(), String.join(", ", shown), values.size() > 6 ? ", ..." : ""),
            Confidence.MEDIUM,
            why));
  }
}
