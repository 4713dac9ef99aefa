package tributary.segment;

import java.util.Arrays;
import java.util.Map;
import tributary.config.Features;

/**
 * What is known of one customer, before anything is prepared.
 *
 * @param numbers in the order of {@link Features#NUMBERS}; NaN where unknown; those at the end may
 *     be absent
 * @param categories in the order of {@link Features#CATEGORIES}; null where unknown; may be absent
 * @param attributes by their names in curated.customer_attribute
 */
record RawFeatures(double[] numbers, String[] categories, Map<String, Double> attributes) {
  /** A customer of whom only these first numbers are known. */
  static RawFeatures of(double... numbers) {
    return new RawFeatures(numbers, new String[0], Map.of());
  }

  /** For SQL, where what is unknown is null. */
  static RawFeatures of(Double[] numbers, String[] categories, Map<String, Double> attributes) {
    double[] known = new double[numbers.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = numbers[i] == null ? Double.NaN : numbers[i];
    }
    return new RawFeatures(known, categories == null ? new String[0] : categories, attributes);
  }

  /** NaN where unknown. */
  double number(int position) {
    return position < numbers.length ? numbers[position] : Double.NaN;
  }

  /** NaN where unknown. */
  double attribute(String name) {
    return attributes.getOrDefault(name, Double.NaN);
  }

  /** {@link PreparedFeature#UNKNOWN} where it is. */
  String category(int position) {
    String category = position < categories.length ? categories[position] : null;
    return category == null ? PreparedFeature.UNKNOWN : category;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawFeatures raw
        && Arrays.equals(numbers, raw.numbers)
        && Arrays.equals(categories, raw.categories)
        && attributes.equals(raw.attributes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(numbers);
  }
}
