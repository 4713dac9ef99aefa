package tributary.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Chooses a product of a category. Popular products are chosen in proportion to their popularity;
 * more than half of the choices look only at products of the customer's favourite style, where the
 * category has any. In half of the choices low spenders look at two and take the cheaper, and high
 * spenders the dearer.
 */
final class ProductChoice {
  private static final double SHARE_BY_STYLE = 0.6;
  private static final double SHARE_BY_PRICE = 0.5;

  private final UniformRandomProvider random;
  private final Map<Category, Draw<Product>> byCategory = new EnumMap<>(Category.class);
  private final Map<Category, List<Draw<Product>>> byStyle = new EnumMap<>(Category.class);

  ProductChoice(Catalogue catalogue, UniformRandomProvider random) {
    this.random = random;
    catalogue
        .byCategory()
        .forEach(
            (category, products) -> {
              Draw<Product> everything = Draw.of(random, products, Product::popularityPercent);
              byCategory.put(category, everything);
              byStyle.put(category, styleDraws(catalogue.styles(), products, everything));
            });
  }

  Product next(Customer customer, Category category) {
    Draw<Product> draw =
        random.nextDouble() < SHARE_BY_STYLE
            ? byStyle.get(category).get(customer.style())
            : byCategory.get(category);
    Product first = draw.next();
    if (customer.power() == SpendingPower.MEDIUM || random.nextDouble() >= SHARE_BY_PRICE) {
      return first;
    }
    Product second = draw.next();
    boolean firstIsDearer = first.listPriceCents() > second.listPriceCents();
    return firstIsDearer == (customer.power() == SpendingPower.HIGH) ? first : second;
  }

  private List<Draw<Product>> styleDraws(
      int styles, List<Product> products, Draw<Product> everything) {
    List<List<Product>> shelves = new ArrayList<>();
    for (int style = 0; style < styles; style++) {
      shelves.add(new ArrayList<>());
    }
    products.forEach(product -> shelves.get(product.style()).add(product));
    return shelves.stream()
        .map(
            shelf ->
                shelf.isEmpty() ? everything : Draw.of(random, shelf, Product::popularityPercent))
        .toList();
  }
}
