package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import tributary.config.SegmentSettings;

class SampleTest {
  private static final List<String> LINES =
      List.of(
          "100.0000,1,1,1,1,7,2,0.1000,1,1,0.0,1",
          "300.0000,1,1,1,1,7,4,0.1000,1,1,0.0,1",
          "300.0000,9,9,9,9,7,4,0.1000,9,9,0.5,9");

  @Test
  void picksAndTransformsTheFeaturesThatWereAskedFor() {
    Sample sample = Sample.of(LINES, space(List.of("shopping_days", "gross_spend")));
    assertThat(sample.points()[0])
        .containsExactly(new double[] {2, 5.298342365610589}, within(1e-12));
    assertThat(sample.size()).isEqualTo(3);
  }

  @Test
  void countsDifferentPointsUpToALimit() {
    Sample sample = Sample.of(LINES, space(List.of("shopping_days", "gross_spend")));
    assertThat(sample.distinct(10)).isEqualTo(2);
    assertThat(sample.distinct(1)).isEqualTo(1);
    assertThat(new Sample(new double[0][]).distinct(4)).isZero();
  }

  @Test
  void scalesAFeatureThatIsTheSameForEverybodyToZero() {
    Sample sample = Sample.of(LINES, space(List.of("spend_per_item", "shopping_days")));
    Scaling scaling = sample.scaling();
    assertThat(scaling.means()[0]).isEqualTo(0.1);
    assertThat(scaling.deviations())
        .containsExactly(new double[] {0, Math.sqrt(4 / 3.0)}, within(1e-9));
    assertThat(scaling.scale(sample.points()[0])[0]).isZero();
    assertThat(scaling.scale(sample.points()[0])[1]).isCloseTo(-1.1547, within(1e-4));
  }

  @Test
  void refusesALineOfAnotherShape() {
    assertThatThrownBy(() -> Sample.of(List.of("1,2"), space(List.of("orders"))))
        .hasMessage("Cannot read the training sample: a line has 2 numbers, expected 12: 1,2");
  }

  private static FeatureSpace space(List<String> features) {
    List<String> asinh = features.contains("gross_spend") ? List.of("gross_spend") : List.of();
    return FeatureSpace.of(SegmentSettings.defaults().withFeatures(features, asinh));
  }
}
