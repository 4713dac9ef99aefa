package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopperTest {
  private static final int PURCHASES = 50_000;
  private static final double[] EVEN = {0.2, 0.2, 0.2, 0.2, 0.2};

  private final Catalogue catalogue = Catalogue.create(50, Samples.random(51));

  @Test
  void buysMorePiecesTheHigherTheSpendingPower() {
    assertThat(quantities(SpendingPower.LOW)).contains(1, 2).doesNotContain(0, 3);
    assertThat(quantities(SpendingPower.MEDIUM)).contains(1, 2, 3).doesNotContain(0, 4);
    assertThat(quantities(SpendingPower.HIGH)).contains(1, 2, 3, 4, 5).doesNotContain(0, 6);

    assertThat(Statistics.mean(quantities(SpendingPower.LOW))).isCloseTo(1.2, within(0.02));
    assertThat(Statistics.mean(quantities(SpendingPower.MEDIUM))).isCloseTo(1.7, within(0.02));
    assertThat(Statistics.mean(quantities(SpendingPower.HIGH))).isCloseTo(2.7, within(0.04));
  }

  @Test
  void statesTheMeanQuantityOfEverySpendingPower() {
    assertThat(SpendingPower.LOW.meanQuantity()).isCloseTo(1.2, within(1e-9));
    assertThat(SpendingPower.MEDIUM.meanQuantity()).isCloseTo(1.7, within(1e-9));
    assertThat(SpendingPower.HIGH.meanQuantity()).isCloseTo(2.7, within(1e-9));
  }

  @Test
  void spreadsThePriceFactorEvenlyFromEightyFiveToOneHundredAndFifteenPercent() {
    double[] factors =
        purchases(SpendingPower.MEDIUM)
            .filter(item -> item.product().category() == Category.ELECTRONICS)
            .mapToDouble(ShopperTest::priceFactor)
            .toArray();

    assertThat(Statistics.mean(factors)).isCloseTo(1, within(0.005));
    assertThat(Statistics.variance(factors)).isCloseTo(0.3 * 0.3 / 12, within(0.0003));
    assertThat(Arrays.stream(factors).min().orElseThrow()).isLessThan(0.851);
    assertThat(Arrays.stream(factors).max().orElseThrow()).isGreaterThan(1.149);
  }

  @Test
  void keepsEveryPriceWithinTheFactorsRoundedToCents() {
    assertThat(purchases(SpendingPower.HIGH))
        .allSatisfy(
            item -> {
              double listPrice = item.product().listPriceCents() / 100.0;
              assertThat(item.unitPrice().scale()).isEqualTo(2);
              assertThat(item.unitPrice().doubleValue())
                  .isBetween(0.85 * listPrice - 0.00501, 1.15 * listPrice + 0.00501);
            });
  }

  @Test
  void fillsABasketWithDifferentProducts() {
    Shopper shopper = new Shopper(catalogue, 1, Samples.random(52));
    Customer customer = Samples.customer(SpendingPower.HIGH, 0, 1, 0, 0, 0, 0);

    for (int order = 0; order < 1_000; order++) {
      List<BasketItem> basket = shopper.fillBasket(customer, 5);
      assertThat(basket).hasSize(5).extracting(BasketItem::product).doesNotHaveDuplicates();
    }
  }

  @Test
  void fillsABasketWithEveryProductThatThereIs() {
    Catalogue tiny = Catalogue.create(3, Samples.random(53));
    Shopper shopper = new Shopper(tiny, 1, Samples.random(54));
    Customer customer = Samples.customer(SpendingPower.LOW, 0, 1, 0, 0);

    assertThat(shopper.fillBasket(customer, 3))
        .extracting(BasketItem::product)
        .containsExactlyInAnyOrderElementsOf(tiny.products());
  }

  private static double priceFactor(BasketItem item) {
    return 100 * item.unitPrice().doubleValue() / item.product().listPriceCents();
  }

  private double[] quantities(SpendingPower power) {
    return purchases(power).mapToDouble(BasketItem::quantity).toArray();
  }

  private Stream<BasketItem> purchases(SpendingPower power) {
    Shopper shopper = new Shopper(catalogue, 1, Samples.random(55));
    Customer customer = Samples.customer(power, 0, EVEN);
    return Stream.generate(() -> shopper.fillBasket(customer, 1).get(0)).limit(PURCHASES);
  }
}
