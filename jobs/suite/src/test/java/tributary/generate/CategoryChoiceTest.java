package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CategoryChoiceTest {
  private static final int CHOICES = 100_000;

  /** Five standard errors of a share of 0.3. */
  private static final double TOLERANCE = 5 * Math.sqrt(0.3 * 0.7 / CHOICES);

  private final CategoryChoice choice =
      new CategoryChoice(List.of(Category.values()), 1, Samples.random(31));

  @Test
  void repeatsAnEarlierCategoryInThreeOfTenPurchases() {
    Customer likesOnlyBooks = Samples.customer(SpendingPower.MEDIUM, 0, 0, 0, 0, 0, 1);
    choice.remember(likesOnlyBooks, Category.SPORTS);

    Map<Category, Double> shares = shares(likesOnlyBooks);

    assertThat(shares).containsOnlyKeys(Category.SPORTS, Category.BOOKS);
    assertThat(shares.get(Category.SPORTS)).isCloseTo(0.3, within(TOLERANCE));
  }

  @Test
  void repeatsEarlierCategoriesAsOftenAsTheyWereBought() {
    Customer likesOnlyBooks = Samples.customer(SpendingPower.MEDIUM, 0, 0, 0, 0, 0, 1);
    choice.remember(likesOnlyBooks, Category.SPORTS);
    choice.remember(likesOnlyBooks, Category.HOME);
    choice.remember(likesOnlyBooks, Category.HOME);

    Map<Category, Double> shares = shares(likesOnlyBooks);

    assertThat(shares.get(Category.SPORTS)).isCloseTo(0.1, within(TOLERANCE));
    assertThat(shares.get(Category.HOME)).isCloseTo(0.2, within(TOLERANCE));
  }

  @Test
  void followsPreferencesWithoutEarlierPurchases() {
    Customer customer = Samples.customer(SpendingPower.MEDIUM, 0, 0.1, 0.2, 0.3, 0.4, 0);

    Map<Category, Double> shares = shares(customer);

    assertThat(shares).doesNotContainKey(Category.BOOKS);
    assertThat(shares.get(Category.ELECTRONICS)).isCloseTo(0.1, within(TOLERANCE));
    assertThat(shares.get(Category.CLOTHING)).isCloseTo(0.2, within(TOLERANCE));
    assertThat(shares.get(Category.HOME)).isCloseTo(0.3, within(TOLERANCE));
    assertThat(shares.get(Category.SPORTS)).isCloseTo(0.4, within(TOLERANCE));
  }

  private Map<Category, Double> shares(Customer customer) {
    Map<Category, Double> shares = new EnumMap<>(Category.class);
    for (int purchase = 0; purchase < CHOICES; purchase++) {
      shares.merge(choice.next(customer), 1.0 / CHOICES, Double::sum);
    }
    return shares;
  }
}
