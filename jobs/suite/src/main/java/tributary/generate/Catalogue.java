package tributary.generate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Everything that the retailer sells. Categories, and within them subcategories, are filled in
 * turn, so that 25 products have one of each; with fewer than five products only the first
 * categories exist.
 */
final class Catalogue {
  private static final int PRODUCTS_PER_STYLE = 12;
  private static final int MOST_STYLES = 24;

  private final List<Product> products;
  private final int styles;

  private Catalogue(List<Product> products, int styles) {
    this.products = products;
    this.styles = styles;
  }

  static Catalogue create(int size, UniformRandomProvider random) {
    int styles = Math.min(MOST_STYLES, Math.max(1, size / PRODUCTS_PER_STYLE));
    List<Product> products = new ArrayList<>(size);
    for (int number = 0; number < size; number++) {
      products.add(product(number, styles, random));
    }
    return new Catalogue(List.copyOf(products), styles);
  }

  List<Product> products() {
    return products;
  }

  /** How many tastes there are; a style is a number from 0 up to this. */
  int styles() {
    return styles;
  }

  /** The categories in which something is sold. */
  List<Category> categories() {
    List<Category> all = List.of(Category.values());
    return all.subList(0, Math.min(products.size(), all.size()));
  }

  /** The products of each category, in order. */
  Map<Category, List<Product>> byCategory() {
    Map<Category, List<Product>> byCategory = new EnumMap<>(Category.class);
    for (Product product : products) {
      byCategory.computeIfAbsent(product.category(), category -> new ArrayList<>()).add(product);
    }
    return byCategory;
  }

  private static Product product(int number, int styles, UniformRandomProvider random) {
    Category[] categories = Category.values();
    Category category = categories[number % categories.length];
    int place = number / categories.length;
    List<Subcategory> subcategories = category.subcategories();
    Subcategory subcategory = subcategories.get(place % subcategories.size());
    return new Product(
        Identifier.ofProduct(number + 1L),
        ProductNames.of(subcategory, place / subcategories.size()),
        category,
        subcategory.title(),
        listPriceCents(category, random),
        random.nextInt(10, 101),
        random.nextInt(styles));
  }

  /** Squaring a uniform number makes cheap products the more common ones. */
  private static int listPriceCents(Category category, UniformRandomProvider random) {
    double place = random.nextDouble();
    int range = category.highestPriceCents() - category.lowestPriceCents();
    return category.lowestPriceCents() + (int) (place * place * (range + 1));
  }
}
