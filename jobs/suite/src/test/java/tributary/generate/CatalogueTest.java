package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void keepsListPricesWithinTheRangeOfTheirCategory() {
    Map<Category, List<Product>> products = catalogue(5_000).byCategory();

    assertThat(products).hasSize(5);
    products.forEach(
        (category, ofCategory) -> {
          int range = category.highestPriceCents() - category.lowestPriceCents();
          double[] prices = ofCategory.stream().mapToDouble(Product::listPriceCents).toArray();
          assertThat(Arrays.stream(prices))
              .allMatch(price -> price >= category.lowestPriceCents())
              .allMatch(price -> price <= category.highestPriceCents())
              .anyMatch(price -> price < category.lowestPriceCents() + 0.02 * range)
              .anyMatch(price -> price > category.highestPriceCents() - 0.02 * range);
          double meanPlace = (Statistics.mean(prices) - category.lowestPriceCents()) / range;
          assertThat(meanPlace).isBetween(0.30, 0.37);
        });
  }

  @Test
  void sellsElectronicsForOneHundredToEightHundred() {
    assertThat(Category.ELECTRONICS.lowestPriceCents()).isEqualTo(10_000);
    assertThat(Category.ELECTRONICS.highestPriceCents()).isEqualTo(80_000);
  }

  @Test
  void spreadsPopularityEvenlyFromOneTenthToOne() {
    double[] popularity =
        catalogue(9_100).products().stream().mapToDouble(Product::popularityPercent).toArray();

    assertThat(Arrays.stream(popularity))
        .allMatch(percent -> percent >= 10 && percent <= 100)
        .contains(10.0, 100.0);
    assertThat(Statistics.mean(popularity)).isBetween(54.0, 56.0);
    assertThat(Statistics.variance(popularity)).isBetween(660.0, 720.0);
  }

  @Test
  void fillsFiveCategoriesOfFiveSubcategoriesEach() {
    List<Product> products = catalogue(50).products();

    assertThat(products.stream().map(Product::subcategory).distinct()).hasSize(25);
    for (Category category : Category.values()) {
      assertThat(category.subcategories()).hasSize(5);
      assertThat(products).filteredOn(product -> product.category() == category).hasSize(10);
    }
  }

  @Test
  void makesUpDifferentNamesForMoreProductsThanThereAreWords() {
    List<Product> products = catalogue(20_000).products();

    assertThat(products.stream().map(Product::name).distinct()).hasSize(20_000);
    assertThat(products.stream().map(Product::id).distinct()).hasSize(20_000);
    assertThat(products).anyMatch(product -> product.name().endsWith(" 14"));
  }

  @Test
  void keepsAProductWhenTheCatalogueGrowsWithinTheSameNumberOfStyles() {
    assertThat(catalogue(59).products())
        .startsWith(catalogue(50).products().toArray(Product[]::new));
  }

  @Test
  void hasOnlyTheCategoriesThatAFewProductsFill() {
    assertThat(catalogue(1).categories()).containsExactly(Category.ELECTRONICS);
    assertThat(catalogue(3).categories()).hasSize(3);
    assertThat(catalogue(7).categories()).hasSize(5);
  }

  @Test
  void spreadsStylesOverEveryCategory() {
    Catalogue catalogue = catalogue(2_000);

    assertThat(catalogue.styles()).isEqualTo(24);
    catalogue
        .byCategory()
        .values()
        .forEach(
            products -> assertThat(products.stream().map(Product::style).distinct()).hasSize(24));
  }

  private static Catalogue catalogue(int size) {
    return Catalogue.create(size, Samples.random(11));
  }
}
