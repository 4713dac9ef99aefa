package tributary.segment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class RoundNumberTest {
  @Test
  void hasAsFewDigitsAsPartTheTwo() {
    assertThat(RoundNumber.between(990, 1400)).isEqualTo(1000);
    assertThat(RoundNumber.between(1231.7, 1277.2)).isEqualTo(1250);
    assertThat(RoundNumber.between(0.333, 0.335)).isEqualTo(0.334);
    assertThat(RoundNumber.between(-1277.2, -1231.7)).isEqualTo(-1250);
    assertThat(RoundNumber.between(-5, 5)).isZero();
  }

  @Test
  void isAWholeNumberBetweenNeighbours() {
    assertThat(RoundNumber.between(3, 4)).isEqualTo(3);
    assertThat(RoundNumber.between(12, 13)).isEqualTo(12);
  }

  @Test
  void partsNumbersThatNothingLiesBetween() {
    double number = 0.1 + 0.2;
    assertThat(RoundNumber.between(0.3, number)).isEqualTo(0.3);
    assertThat(RoundNumber.between(number, Math.nextUp(number))).isEqualTo(number);
  }

  @Test
  void alwaysPartsTheTwo() {
    Random random = new Random(5);
    for (int i = 0; i < 1000; i++) {
      double one = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
      double other = random.nextGaussian() * Math.pow(10, random.nextInt(12) - 6);
      double low = Math.min(one, other);
      double high = Math.max(one, other);
      assertThat(RoundNumber.between(low, high)).isGreaterThanOrEqualTo(low).isLessThan(high);
    }
  }
}
