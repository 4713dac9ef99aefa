package tributary.recommend.svdpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.recommend.matrix.Triplets;

class BiasBaselineTest {
  @Test
  void solvesItemsThenUsersEachShrunk() {
    // One user, two items: by hand, pass by pass, with 10 added for items and 15 for users.
    Triplets triplets = new Triplets();
    triplets.add("ann", "tea", 4);
    triplets.add("ann", "jam", 2);
    BiasBaseline baseline = BiasBaseline.fit(triplets.matrix());

    double user = 0;
    double tea = 0;
    double jam = 0;
    for (int pass = 0; pass < 10; pass++) {
      tea = (4 - 3 - user) / 11;
      jam = (2 - 3 - user) / 11;
      user = ((4 - 3 - tea) + (2 - 3 - jam)) / 17;
    }
    assertThat(baseline.mean()).isEqualTo(3);
    assertThat(baseline.itemBiases()[0]).isCloseTo(tea, within(1e-15));
    assertThat(baseline.itemBiases()[1]).isCloseTo(jam, within(1e-15));
    assertThat(baseline.userBiases()[0]).isCloseTo(user, within(1e-15));
    assertThat(baseline.predict(-1, 0)).isCloseTo(3 + tea, within(1e-15));
  }

  @Test
  void comesNearTheNoiseOfRatingsThatAreBiases() {
    Triplets known = new Triplets();
    add(known, 0, 8);
    Triplets test = known.sameNames();
    add(test, 8, 10);
    RatingErrors errors = BiasBaseline.fit(known.matrix()).errors(test.matrix());

    assertThat(errors.rmse()).isBetween(0.09, 0.13);
    assertThat(errors.mae()).isLessThan(errors.rmse());
  }

  /** Ratings of some tenths of all pairs, the same ones whenever it is called. */
  private static void add(Triplets triplets, int from, int to) {
    Random random = new Random(2);
    for (int user = 0; user < 300; user++) {
      for (int item = 0; item < 100; item++) {
        double rating = 3 + user % 7 * 0.2 - item % 5 * 0.3 + 0.1 * random.nextGaussian();
        int tenth = random.nextInt(10);
        if (tenth >= from && tenth < to) {
          triplets.add("u" + user, "i" + item, rating);
        }
      }
    }
  }

  @Test
  void staysWithinTheRangeOfRatingsAndDoesWithoutAny() {
    Triplets triplets = new Triplets();
    for (int user = 0; user < 50; user++) {
      triplets.add("u" + user, "good", 5);
      triplets.add("u" + user, "bad", user == 0 ? 1 : 4);
    }
    BiasBaseline baseline = BiasBaseline.fit(triplets.matrix());

    assertThat(baseline.predict(1, 0)).isLessThanOrEqualTo(5);
    assertThat(BiasBaseline.fit(new Triplets().matrix()).predict(-1, -1)).isZero();
    assertThat(RatingErrors.NONE.rmse()).isZero();
  }
}
