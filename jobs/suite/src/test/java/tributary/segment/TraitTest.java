package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraitTest {
  private static final SegmentModel MODEL =
      new SegmentModel(
          new FeatureSpace(
              List.of(
                  PreparedFeature.number("gross_spend", FeatureTransform.ASINH),
                  PreparedFeature.number("recency_days", FeatureTransform.NONE))),
          new Scaling(new double[] {7, 90}, new double[] {1.5, 30}),
          new Clusters(List.of(new double[] {1, -2.5}, new double[] {-0.5, 0.4})));

  @Test
  void comesFirstWhenItSetsTheSegmentApartMost() {
    assertThat(Trait.all(MODEL, 0))
        .extracting(Trait::key)
        .containsExactly("low recency_days", "high gross_spend");
    assertThat(Trait.all(MODEL, 1))
        .extracting(Trait::key)
        .containsExactly("low gross_spend", "high recency_days");
  }

  @Test
  void saysWhatIsTypicalInTheFeaturesOwnUnit() {
    assertThat(Trait.all(MODEL, 0))
        .extracting(Trait::words)
        .containsExactly(
            "very low recency days (typically 15.00; 90.00 over all customers)",
            "high gross spend (typically 2,457.38; 548.32 over all customers)");
  }
}
