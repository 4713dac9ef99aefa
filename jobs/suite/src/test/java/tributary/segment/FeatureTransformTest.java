package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class FeatureTransformTest {
  @Test
  void asinhEqualsItsReferenceValues() {
    assertThat(FeatureTransform.ASINH.apply(0)).isZero();
    assertThat(FeatureTransform.ASINH.apply(1)).isCloseTo(0.881373587019543, within(1e-15));
    assertThat(FeatureTransform.ASINH.apply(-1)).isCloseTo(-0.881373587019543, within(1e-15));
    assertThat(FeatureTransform.ASINH.apply(1e-9)).isCloseTo(1e-9, within(1e-24));
    assertThat(FeatureTransform.ASINH.apply(280206.02)).isCloseTo(13.236427, within(1e-6));
  }

  @Test
  void invertsWhatItApplied() {
    for (FeatureTransform transform : FeatureTransform.values()) {
      for (double number : new double[] {-4287.63, -0.001, 0, 0.5, 77183.6}) {
        assertThat(transform.invert(transform.apply(number)))
            .isCloseTo(number, within(1e-9 * Math.max(1, Math.abs(number))));
      }
    }
  }
}
