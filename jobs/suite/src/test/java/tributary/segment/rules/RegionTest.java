package tributary.segment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTest {
  private static final List<String> FEATURES =
      List.of("gross_spend", "recency_days", "education=PhD", "education=Master", "has_kids=yes");

  @Test
  void joinsConditionsOnTheSameFeature() {
    Region region =
        Region.ALL.above(0, 500).atMost(1, 41).above(0, 1250).atMost(0, 2_000_000).atMost(1, 90);
    assertThat(region.words(FEATURES))
        .isEqualTo("gross spend above 1,250 and at most 2,000,000 and recency days at most 41");
  }

  @Test
  void saysWhatACategoryIsAndIsNot() {
    assertThat(Region.ALL.above(2, 0.5).atMost(4, 0.5).words(FEATURES))
        .isEqualTo("education is PhD and has kids is not yes");
    assertThat(Region.ALL.atMost(2, 0.5).atMost(3, 0.5).words(FEATURES))
        .isEqualTo("education is not PhD and education is not Master");
  }

  @Test
  void leavesOutWhatACategoryIsNotWhenItSaysWhatItIs() {
    assertThat(Region.ALL.atMost(2, 0.5).above(3, 0.5).words(FEATURES))
        .isEqualTo("education is Master");
  }

  @Test
  void writesNumbersForPeople() {
    assertThat(Region.ALL.above(0, 0.00012).words(FEATURES)).isEqualTo("gross spend above 0.00012");
    assertThat(Region.ALL.above(0, -1.5e7).words(FEATURES))
        .isEqualTo("gross spend above -15,000,000");
  }

  @Test
  void isEveryCustomerWithoutConditions() {
    assertThat(Region.ALL.words(FEATURES)).isEqualTo("every customer");
    assertThat(Region.ALL.contains(new double[5])).isTrue();
  }

  @Test
  void endsAtItsLastNumber() {
    Region region = Region.ALL.above(0, 1).atMost(0, 2);
    assertThat(region.contains(new double[] {1})).isFalse();
    assertThat(region.contains(new double[] {1.5})).isTrue();
    assertThat(region.contains(new double[] {2})).isTrue();
    assertThat(region.contains(new double[] {2.5})).isFalse();
  }
}
