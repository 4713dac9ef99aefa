package tributary.recommend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.apache.flink.api.common.functions.util.ListCollector;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import tributary.config.FittingSettings;
import tributary.config.OfferSettings;
import tributary.config.RecommendSettings;
import tributary.recommend.tuning.ModelSettings;

/** What little there may be. */
class RecommendationTaskTest {
  private static final int RECOMMENDER = 6;
  private static final int METRIC = 7;
  private static final int TRAINED = 15;
  private static final int IS_PUBLISHED = 5;

  @Test
  void makesNothingOfNothing() {
    assertThat(results()).isEmpty();
  }

  @Test
  void makesNothingOfCustomersWithoutProducts() {
    assertThat(results(customer(1), customer(2))).isEmpty();
  }

  @Test
  void recommendsNothingToTheOnlyCustomerOfTheOnlyProduct() {
    List<Row> results = results(customer(1), product(1), bought(1, 1));

    assertThat(lists(results)).isEmpty();
    assertThat(published(results)).containsExactly("popularity");
    assertFinite(results);
  }

  @Test
  void recommendsTheOnlyProductToACustomerWhoDoesNotHaveIt() {
    List<Row> results = results(customer(1), customer(2), product(1), bought(1, 1));

    assertThat(lists(results)).containsExactly("2: 1 by popularity");
  }

  @Test
  void recommendsNothingToACustomerWhoHasAll() {
    List<Row> results =
        results(
            customer(1),
            customer(2),
            product(1),
            product(2),
            product(3),
            bought(1, 1),
            bought(1, 2),
            bought(1, 3),
            bought(2, 2));

    assertThat(lists(results)).hasSize(2).allMatch(each -> each.startsWith("2: "));
    assertFinite(results);
  }

  @Test
  void doesNotSayThatNumbersAreKeptOfAModelThatHasNone() {
    List<Row> trained =
        results(by("co-purchase"), customer(1), customer(2), product(1), bought(1, 1)).stream()
            .map(row -> row.<Row>getFieldAs(TRAINED))
            .filter(Objects::nonNull)
            .toList();

    assertThat(trained).anyMatch(row -> row.getFieldAs(IS_PUBLISHED));
    assertThat(trained).noneMatch(row -> row.getFieldAs(IS_PUBLISHED + 1));
  }

  @Test
  void doesNotDependOnTheOrderOfPurchases() {
    List<Row> purchases = new ArrayList<>();
    for (int customer = 1; customer <= 60; customer++) {
      purchases.add(customer(customer));
      for (int product = 1; product <= 20; product++) {
        if (customer * product % 7 < 3) {
          purchases.add(bought(customer, product));
        }
      }
    }
    List<Row> results = results(purchases.toArray(Row[]::new));
    Collections.shuffle(purchases, new Random(4));

    assertThat(results).hasSizeGreaterThan(1000);
    assertThat(results(purchases.toArray(Row[]::new))).isEqualTo(results);
  }

  private static List<String> lists(List<Row> results) {
    return results.stream()
        .filter(row -> row.getField(0) != null && row.getField(1) != null)
        .map(row -> "%s: %s by %s".formatted(row.getField(0), row.getField(2), row.getField(6)))
        .toList();
  }

  private static List<Object> published(List<Row> results) {
    return results.stream()
        .filter(row -> "is_published".equals(row.getField(METRIC)))
        .map(row -> row.getField(RECOMMENDER))
        .toList();
  }

  private static void assertFinite(List<Row> results) {
    for (Row row : results) {
      for (int field = 0; field < row.getArity(); field++) {
        if (row.getField(field) instanceof Double number) {
          assertThat(number).as(row.toString()).isFinite();
        }
      }
    }
  }

  private static Row customer(int number) {
    return Row.of(number, 0, 0L, 0L, 0.0, 0.0, 0, 0, 0, 0, false, false);
  }

  private static Row product(int number) {
    return Row.of(0, number, 0L, 0L, 0.0, 0.0, 0, 0, 0, 0, false, false);
  }

  private static Row bought(int customer, int product) {
    return Row.of(customer, product, 1_000_000L, 500_000L, 5.0, 5.0, 40, 10, 0, 0, false, false);
  }

  private static RecommendSettings by(String algorithm) {
    return new RecommendSettings(
        10, 2, algorithm, 30, 1, OfferSettings.defaults(), FittingSettings.defaults());
  }

  private static List<Row> results(Row... purchases) {
    return results(RecommendSettings.defaults(), purchases);
  }

  private static List<Row> results(RecommendSettings settings, Row... purchases) {
    List<Row> results = new ArrayList<>();
    new RecommendationTask(settings, ModelSettings.defaults(1))
        .mapPartition(List.of(purchases), new ListCollector<>(results));
    return results;
  }
}
