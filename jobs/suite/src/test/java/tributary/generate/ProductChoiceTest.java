package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProductChoiceTest {
  private static final int CHOICES = 100_000;

  @Test
  void choosesInProportionToPopularity() {
    Catalogue catalogue = Catalogue.create(23, Samples.random(41));
    assertThat(catalogue.styles()).isEqualTo(1);
    Customer customer = Samples.customer(SpendingPower.MEDIUM, 0, 1, 0, 0, 0, 0);

    Map<Product, Long> chosen = counts(catalogue, customer);

    List<Product> products = catalogue.byCategory().get(Category.ELECTRONICS);
    double all = products.stream().mapToInt(Product::popularityPercent).sum();
    for (Product product : products) {
      assertThat(chosen.get(product) / (double) CHOICES)
          .isCloseTo(product.popularityPercent() / all, within(0.008));
    }
  }

  @Test
  void givesProductsOfTheFavouriteStyleExtraWeight() {
    Catalogue catalogue = Catalogue.create(50, Samples.random(42));
    Customer customer = Samples.customer(SpendingPower.MEDIUM, 2, 1, 0, 0, 0, 0);

    Map<Product, Long> chosen = counts(catalogue, customer);

    List<Product> products = catalogue.byCategory().get(Category.ELECTRONICS);
    double all = products.stream().mapToDouble(product -> weight(product, 2)).sum();
    assertThat(products).anyMatch(product -> product.style() == 2);
    for (Product product : products) {
      assertThat(chosen.getOrDefault(product, 0L) / (double) CHOICES)
          .isCloseTo(weight(product, 2) / all, within(0.008));
    }
  }

  @Test
  void choosesFromTheWholeCategoryWhenItLacksTheFavouriteStyle() {
    Catalogue catalogue = Catalogue.create(24, Samples.random(43));
    List<Product> books = catalogue.byCategory().get(Category.BOOKS);
    Customer customer = Samples.customer(SpendingPower.MEDIUM, 1, 0, 0, 0, 0, 1);
    ProductChoice choice = new ProductChoice(catalogue, Samples.random(44));

    assertThat(Stream.generate(() -> choice.next(customer, Category.BOOKS)).limit(1_000))
        .containsAll(books);
  }

  @Test
  void leadsLowSpendersToCheaperAndHighSpendersToDearerProducts() {
    Catalogue catalogue = Catalogue.create(500, Samples.random(45));

    double low = meanPrice(catalogue, SpendingPower.LOW);
    double medium = meanPrice(catalogue, SpendingPower.MEDIUM);
    double high = meanPrice(catalogue, SpendingPower.HIGH);

    assertThat(low).isLessThan(0.9 * medium);
    assertThat(high).isGreaterThan(1.1 * medium);
  }

  private static double weight(Product product, int style) {
    return product.popularityPercent() * (product.style() == style ? 1 + 1.25 * 4 : 1);
  }

  private static Map<Product, Long> counts(Catalogue catalogue, Customer customer) {
    return choices(catalogue, customer)
        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
  }

  private static double meanPrice(Catalogue catalogue, SpendingPower power) {
    return choices(catalogue, Samples.customer(power, 0, 1, 0, 0, 0, 0))
        .collect(Collectors.averagingInt(Product::listPriceCents));
  }

  private static Stream<Product> choices(Catalogue catalogue, Customer customer) {
    ProductChoice choice = new ProductChoice(catalogue, Samples.random(46));
    return Stream.generate(() -> choice.next(customer, Category.ELECTRONICS)).limit(CHOICES);
  }
}
