package tributary.generate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.AliasMethodDiscreteSampler;
import org.apache.commons.rng.sampling.distribution.SharedStateDiscreteSampler;

/** Fills baskets: every product of a basket is a different one. */
final class Shopper {
  private static final int LOWEST_PRICE_FACTOR = 8_500;
  private static final int HIGHEST_PRICE_FACTOR = 11_500;
  private static final int PRICE_FACTOR_ONE = 10_000;

  /** How often a choice that is in the basket already is made again. */
  private static final int ATTEMPTS = 32;

  private static final int ATTEMPTS_PER_CATEGORY = 8;

  private final UniformRandomProvider random;
  private final List<Product> products;
  private final CategoryChoice categories;
  private final ProductChoice choice;
  private final Map<SpendingPower, SharedStateDiscreteSampler> quantities =
      new EnumMap<>(SpendingPower.class);

  Shopper(Catalogue catalogue, int customers, UniformRandomProvider random) {
    this.random = random;
    this.products = catalogue.products();
    this.categories = new CategoryChoice(catalogue.categories(), customers, random);
    this.choice = new ProductChoice(catalogue, random);
    for (SpendingPower power : SpendingPower.values()) {
      quantities.put(power, AliasMethodDiscreteSampler.of(random, power.quantityShares()));
    }
  }

  /**
   * @param size number of items, at most the number of products
   */
  List<BasketItem> fillBasket(Customer customer, int size) {
    List<BasketItem> basket = new ArrayList<>(size);
    while (basket.size() < size) {
      Product product = newProduct(customer, basket);
      categories.remember(customer, product.category());
      int quantity = 1 + quantities.get(customer.power()).sample();
      basket.add(new BasketItem(product, quantity, price(product)));
    }
    return basket;
  }

  private Product newProduct(Customer customer, List<BasketItem> basket) {
    Category category = categories.next(customer);
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Product product = choice.next(customer, category);
      if (!contains(basket, product)) {
        return product;
      }
      if (attempt % ATTEMPTS_PER_CATEGORY == 0) {
        category = categories.next(customer);
      }
    }
    return firstNotIn(basket);
  }

  private Product firstNotIn(List<BasketItem> basket) {
    return products.stream()
        .filter(product -> !contains(basket, product))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The basket holds every product"));
  }

  private static boolean contains(List<BasketItem> basket, Product product) {
    for (BasketItem item : basket) {
      if (item.product() == product) {
        return true;
      }
    }
    return false;
  }

  /** The list price times 0.85 to 1.15, rounded half up to cents without any floating point. */
  private BigDecimal price(Product product) {
    long factor = random.nextInt(LOWEST_PRICE_FACTOR, HIGHEST_PRICE_FACTOR + 1);
    long exact = product.listPriceCents() * factor;
    return BigDecimal.valueOf((exact + PRICE_FACTOR_ONE / 2) / PRICE_FACTOR_ONE, 2);
  }
}
