package tributary.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What customers can be compared by. */
public final class Features {
  /** Columns of segments.customer_features, in the table's order: what a customer did. */
  public static final List<String> BEHAVIOUR =
      List.of(
          "gross_spend",
          "net_spend",
          "average_spend",
          "average_order_value",
          "total_quantity",
          "orders",
          "shopping_days",
          "spend_per_item",
          "recency_days",
          "tenure_days",
          "return_rate",
          "distinct_products");

  /** What a customer is, in numbers: from curated.customers, as of a window's end. */
  public static final List<String> DEMOGRAPHIC_NUMBERS =
      List.of("age", "income", "children_at_home", "teenagers_at_home", "customer_days");

  /** What a customer is, in words; each becomes one feature for each of its categories. */
  public static final List<String> CATEGORIES = List.of("gender", "education", "partner");

  /** Every number, in the order in which SQL hands them over. */
  public static final List<String> NUMBERS =
      Stream.concat(BEHAVIOUR.stream(), DEMOGRAPHIC_NUMBERS.stream()).toList();

  /** What begins the name of a row's attribute in curated.customer_attribute. */
  public static final String ATTRIBUTE = "attribute.";

  /** What four segments of shoppers are made from unless others are asked for. */
  static final List<String> DEFAULT = List.of("gross_spend", "shopping_days", "spend_per_item");

  private static final Pattern ATTRIBUTE_NAME = Pattern.compile("attribute\\.[a-z][a-z0-9_]*");
  private static final List<String> DEMOGRAPHICS =
      List.of(
          "age",
          "income",
          "gender",
          "education",
          "partner",
          "children_at_home",
          "teenagers_at_home");

  private Features() {}

  /** Accepts a feature's name, or that of a group of them. */
  static ValueType<String> type() {
    String expected =
        "behaviour, demographics, both, attribute.NAME, or any of " + String.join(", ", known());
    return new ValueType<>(
        ValueType.Shape.ONE,
        expected,
        text -> {
          String name = text.toLowerCase(Locale.ROOT);
          if (!isKnown(name) && !isGroup(name)) {
            throw new IllegalArgumentException(
                "'%s' is not known; expected %s%s"
                    .formatted(text, expected, Suggestion.sentence(name, known())));
          }
          return name;
        });
  }

  /** Groups become their features; what is named twice stays where it is first. */
  static List<String> expanded(List<String> names) {
    Set<String> features = new LinkedHashSet<>();
    for (String name : names) {
      switch (name) {
        case "behaviour" -> features.addAll(DEFAULT);
        case "demographics" -> features.addAll(DEMOGRAPHICS);
        case "both" -> {
          features.addAll(DEFAULT);
          features.addAll(DEMOGRAPHICS);
        }
        default -> features.add(name);
      }
    }
    return List.copyOf(features);
  }

  /** Whether a feature may be asked for. */
  public static boolean isKnown(String feature) {
    return known().contains(feature) || ATTRIBUTE_NAME.matcher(feature).matches();
  }

  private static boolean isGroup(String name) {
    return List.of("behaviour", "demographics", "both").contains(name);
  }

  private static List<String> known() {
    List<String> known = new ArrayList<>(NUMBERS);
    known.addAll(CATEGORIES);
    return known;
  }
}
