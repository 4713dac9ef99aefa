package tributary.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Chooses a product of a category, in proportion to popularity, which counts several times for
 * products of the customer's favourite style. In half of the choices low spenders look at two
 * products and take the cheaper, and high spenders the dearer.
 */
final class ProductChoice {
  /** Times the number of styles, so that style counts the same in a small and a large catalogue. */
  private static final double EXTRA_WEIGHT_PER_STYLE = 1.25;

  private static final double SHARE_BY_PRICE = 0.5;

  private final UniformRandomProvider random;
  private final Map<Category, Draw<Product>> byPopularity = new EnumMap<>(Category.class);
  private final Map<Category, List<Shelf>> byStyle = new EnumMap<>(Category.class);

  /**
   * A category's products of one style.
   *
   * @param extraShare the share of choices made here, on top of those among the whole category;
   *     together they give a product of this style the extra weight
   */
  private record Shelf(Draw<Product> draw, double extraShare) {}

  ProductChoice(Catalogue catalogue, UniformRandomProvider random) {
    this.random = random;
    catalogue.byCategory().forEach((category, products) -> add(catalogue, category, products));
  }

  Product next(Customer customer, Category category) {
    Shelf shelf = byStyle.get(category).get(customer.style());
    Draw<Product> draw =
        random.nextDouble() < shelf.extraShare() ? shelf.draw() : byPopularity.get(category);
    Product first = draw.next();
    if (customer.power() == SpendingPower.MEDIUM || random.nextDouble() >= SHARE_BY_PRICE) {
      return first;
    }
    Product second = draw.next();
    boolean firstIsDearer = first.listPriceCents() > second.listPriceCents();
    return firstIsDearer == (customer.power() == SpendingPower.HIGH) ? first : second;
  }

  private void add(Catalogue catalogue, Category category, List<Product> products) {
    Draw<Product> everything = Draw.of(random, products, Product::popularityPercent);
    byPopularity.put(category, everything);
    List<Shelf> shelves = new ArrayList<>();
    for (int style = 0; style < catalogue.styles(); style++) {
      shelves.add(shelf(catalogue.styles(), style, products, everything));
    }
    byStyle.put(category, shelves);
  }

  private Shelf shelf(int styles, int style, List<Product> products, Draw<Product> everything) {
    List<Product> ofStyle = products.stream().filter(each -> each.style() == style).toList();
    if (ofStyle.isEmpty()) {
      return new Shelf(everything, 0);
    }
    double extra = EXTRA_WEIGHT_PER_STYLE * styles * popularity(ofStyle);
    double share = extra / (extra + popularity(products));
    return new Shelf(Draw.of(random, ofStyle, Product::popularityPercent), share);
  }

  private static long popularity(List<Product> products) {
    return products.stream().mapToLong(Product::popularityPercent).sum();
  }
}
