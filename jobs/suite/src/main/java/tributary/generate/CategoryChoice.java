package tributary.generate;

import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Chooses the category of a purchase: three in ten repeat the category of one of the customer's
 * earlier purchases, drawn at random among them; the others follow the customer's preferences.
 */
final class CategoryChoice {
  private static final double SHARE_OF_REPEATS = 0.30;

  private final UniformRandomProvider random;
  private final List<Category> categories;
  private final int[] purchases;

  /**
   * @param categories those of the preferences, in their order
   */
  CategoryChoice(List<Category> categories, int customers, UniformRandomProvider random) {
    this.random = random;
    this.categories = categories;
    this.purchases = new int[categories.size() * customers];
  }

  Category next(Customer customer) {
    int earlier = earlierPurchases(customer);
    boolean isRepeat = random.nextDouble() < SHARE_OF_REPEATS && earlier > 0;
    return categories.get(isRepeat ? repeated(customer, earlier) : preferred(customer));
  }

  void remember(Customer customer, Category category) {
    purchases[offset(customer) + categories.indexOf(category)]++;
  }

  private int earlierPurchases(Customer customer) {
    int sum = 0;
    for (int category = 0; category < categories.size(); category++) {
      sum += purchases[offset(customer) + category];
    }
    return sum;
  }

  private int repeated(Customer customer, int earlier) {
    int purchase = random.nextInt(earlier);
    int category = 0;
    while (purchase >= purchases[offset(customer) + category]) {
      purchase -= purchases[offset(customer) + category];
      category++;
    }
    return category;
  }

  private int preferred(Customer customer) {
    double[] preferences = customer.preferences();
    double place = random.nextDouble();
    int category = 0;
    while (category < preferences.length - 1 && place >= preferences[category]) {
      place -= preferences[category];
      category++;
    }
    return category;
  }

  private int offset(Customer customer) {
    return customer.number() * categories.size();
  }
}
