package tributary.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.config.UserError;
import tributary.recommend.Purchases.Pair;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Keepable;
import tributary.recommend.ranking.ModelNumber;
import tributary.recommend.ranking.ModelNumbers;
import tributary.recommend.ranking.Recommender;
import tributary.recommend.tuning.ModelSettings;

/** A model that was kept is the one that was fitted. */
class KeptModelTest {
  private static final int CUSTOMERS = 40;
  private static final int PRODUCTS = 25;
  private final Purchases purchases = purchases();

  @ParameterizedTest
  @ValueSource(strings = {"popularity", "popularity-7", "co-purchase", "svdpp", "als", "als-trend"})
  void givesTheSameScoresAndReasons(String name) {
    Keepable fitted = fitted(name);
    Recommender loaded = load(fitted);

    assertThat(loaded.name()).isEqualTo(name);
    for (int customer = 0; customer < purchases.customers(); customer++) {
      assertThat(scores(loaded, customer)).isEqualTo(scores(fitted, customer));
      int[] products = {0, 5, PRODUCTS - 1};
      assertThat(loaded.because(customer, products)).isEqualTo(fitted.because(customer, products));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"popularity", "co-purchase", "svdpp", "als", "als-trend"})
  void knowsNothingOfLaterProductsAndFoldsLaterCustomersIn(String name) {
    Keepable fitted = fitted(name);
    int later = CUSTOMERS + 1;
    purchases.add(new Pair(later, 3, 1_000_000, 0, 9, 0, 1, -1));
    purchases.add(new Pair(later, 4, 1_000_000, 0, 9, 0, 1, -1));
    purchases.seeProduct(PRODUCTS);
    double[] scores = scores(load(fitted), later);

    assertThat(scores[PRODUCTS]).isZero();
    assertThat(DoubleStream.of(scores).max().orElseThrow()).isPositive();
    assertThat(DoubleStream.of(scores).allMatch(Double::isFinite)).isTrue();
  }

  @Test
  void countsPopularityAnew() {
    Keepable fitted = fitted("popularity-7");
    purchases.add(new Pair(CUSTOMERS, 3, 1_000_000, 0, 9, 0, 1, -1));

    assertThat(scores(load(fitted), 0)[3]).isEqualTo(scores(fitted, 0)[3] + 1);
  }

  @Test
  void countsPopularityWithinSegmentsAnewWhereThereAreAny() {
    KeptModel model = new KeptModel("model", "run", "popularity-segment", "{}", "popularity");
    assertThatThrownBy(() -> model.recommender(new ModelNumbers(), purchases.now(), PRODUCTS))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot use the model model: no customer is in a segment now");

    purchases.segmentsNow().put(0, 0);
    Recommender loaded = model.recommender(new ModelNumbers(), purchases.now(), PRODUCTS);
    assertThat(scores(loaded, 0)).isEqualTo(bought(0)).contains(1);
    assertThat(scores(loaded, 1)).containsOnly(0);
  }

  /** 1 for each product that a customer bought within the last 30 days. */
  private double[] bought(int customer) {
    SparseMatrix recent = purchases.now().recent(30);
    double[] bought = new double[PRODUCTS];
    for (int at = recent.start(customer); at < recent.end(customer); at++) {
      bought[recent.column(at)] = 1;
    }
    return bought;
  }

  private Keepable fitted(String name) {
    Contestants fitted = Contestants.train(purchases.now(), 2, ModelSettings.defaults(1));
    return (Keepable) fitted.named(name);
  }

  private Recommender load(Keepable fitted) {
    List<ModelNumber> kept = new ArrayList<>();
    fitted.keep(kept::add);
    ModelNumbers numbers = new ModelNumbers();
    // The lake gives them back in another order.
    for (int i = kept.size() - 1; i >= 0; i--) {
      numbers.add(kept.get(i));
    }
    KeptModel model =
        new KeptModel(
            "model", "run", fitted.name(), ModelParameters.json(fitted.parameters()), "popularity");
    return model.recommender(numbers, purchases.now(), purchases.products());
  }

  private double[] scores(Recommender model, int customer) {
    double[] scores = new double[purchases.products()];
    model.score(customer, scores);
    return scores;
  }

  /** The last customer bought nothing, the last product nobody. */
  private static Purchases purchases() {
    Random random = new Random(3);
    Purchases purchases = new Purchases();
    for (int customer = 0; customer < CUSTOMERS - 1; customer++) {
      for (int product = 0; product < PRODUCTS - 1; product++) {
        if (random.nextInt(4) == 0) {
          int age = random.nextInt(60);
          double net = 1 + random.nextInt(50);
          purchases.add(new Pair(customer, product, 1_000_000 >> age / 20, 0, net, 0, age, -1));
        }
      }
    }
    purchases.seeCustomer(CUSTOMERS - 1);
    purchases.seeProduct(PRODUCTS - 1);
    return purchases;
  }
}
