package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SampleTest {
  private static final FeatureSpace SPACE =
      new FeatureSpace(
          List.of(
              PreparedFeature.number("spend_per_item", FeatureTransform.NONE),
              PreparedFeature.number("gross_spend", FeatureTransform.ASINH),
              PreparedFeature.category("gender", "female")));

  @Test
  void readsWhatTheBatchJobWrites() {
    SampledCustomer ann =
        SampledCustomer.of(
            "{\"window_end\":\"2024-01-01\",\"customer_id\":\"an\\\"n\",\"numbers\":[1.5,null,3],"
                + "\"categories\":[\"female\",null,null],\"attributes\":\"{\\\"web_visits\\\":7}\"}");
    assertThat(ann.windowEnd()).isEqualTo(LocalDate.of(2024, 1, 1));
    assertThat(ann.customerId()).isEqualTo("an\"n");
    assertThat(ann.features().numbers()).containsExactly(1.5, Double.NaN, 3);
    assertThat(ann.features().category(0)).isEqualTo("female");
    assertThat(ann.features().category(1)).isEqualTo(PreparedFeature.UNKNOWN);
    assertThat(ann.features().attribute("web_visits")).isEqualTo(7);
    assertThat(ann.features().attribute("complaints")).isNaN();
    assertThatThrownBy(() -> SampledCustomer.of("{"))
        .hasMessage("Cannot read what the batch job wrote: {");
  }

  @Test
  void picksAndTransformsTheFeaturesThatWereAskedFor() {
    assertThat(sample(customer("ann", 100, 2, "female")).points()[0])
        .containsExactly(new double[] {2, 5.298342365610589, 1}, within(1e-12));
  }

  @Test
  void countsDifferentPointsUpToALimit() {
    Sample sample =
        sample(
            customer("ann", 100, 2, "female"),
            customer("bob", 300, 4, "male"),
            customer("cid", 300, 4, null));
    assertThat(sample.size()).isEqualTo(3);
    assertThat(sample.distinct(10)).isEqualTo(2);
    assertThat(sample.distinct(1)).isEqualTo(1);
    assertThat(sample().distinct(4)).isZero();
  }

  @Test
  void scalesEqualNumbersToZeroAndOnlyCentresCategories() {
    Sample sample =
        sample(
            customer("ann", 100, 0.1, "female"),
            customer("bob", 100, 0.1, "male"),
            customer("cid", 100, 0.1, "male"),
            customer("dan", 100, 0.1, "male"));
    Scaling scaling = sample.scaling(SPACE);
    assertThat(scaling.means()[0]).isEqualTo(0.1);
    assertThat(scaling.deviations()).containsExactly(0, 0, 1);
    assertThat(scaling.scale(sample.points()[0])).containsExactly(0, 0, 0.75);
  }

  private static Sample sample(SampledCustomer... customers) {
    return Sample.of(List.of(customers), SPACE);
  }

  private static SampledCustomer customer(
      String id, double grossSpend, double spendPerItem, String gender) {
    double[] numbers = {grossSpend, 0, 0, 0, 0, 0, 0, spendPerItem};
    return new SampledCustomer(
        LocalDate.of(2024, 1, 1), id, new RawFeatures(numbers, new String[] {gender}, Map.of()));
  }
}
