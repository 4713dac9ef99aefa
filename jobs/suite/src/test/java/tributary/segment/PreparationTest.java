package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tributary.config.FeatureSettings;
import tributary.config.Features;
import tributary.segment.PreparationStep.Step;

class PreparationTest {
  @Test
  void drawsInTailsOfSkewedFeaturesAndLeavesOthers() {
    Random random = new Random(1);
    List<RawFeatures> sample = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      sample.add(customer(Math.exp(6 + random.nextGaussian()), 10 + random.nextGaussian(), null));
    }
    Preparation.Chosen chosen = choose(sample, "gross_spend", "spend_per_item");
    assertThat(chosen.space().get(0).transform()).isEqualTo(FeatureTransform.ASINH);
    assertThat(chosen.space().get(1).transform()).isEqualTo(FeatureTransform.NONE);
    assertThat(steps(chosen, Step.TRANSFORM))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.feature()).isEqualTo("gross_spend");
              assertThat(step.rowsAffected()).isEqualTo(500);
              assertThat(step.reason()).startsWith("skewed: its skewness goes from ");
            });
  }

  @Test
  void drawsOutliersInToTukeysFences() {
    List<RawFeatures> sample = new ArrayList<>();
    for (int i = 0; i <= 100; i++) {
      sample.add(customer(0, i, null));
    }
    sample.add(customer(0, 1_000, null));
    Preparation.Chosen chosen =
        Preparation.choose(
            new FeatureSettings(List.of("spend_per_item"), Optional.of(List.of()), 3, 1), sample);
    // The quartiles of 0 to 100 and one more are 25.25 and 75.75; three times 50.5 beyond.
    assertThat(chosen.space().get(0).high()).isCloseTo(75.75 + 3 * 50.5, within(1e-9));
    assertThat(chosen.space().get(0).prepare(1_000)).isCloseTo(227.25, within(1e-9));
    assertThat(steps(chosen, Step.WINSORISE))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.rowsAffected()).isEqualTo(1);
              assertThat(step.parameter()).isEqualTo("-126.25..227.25");
            });
  }

  @Test
  void givesTheMedianToThoseOfWhomANumberIsNotKnown() {
    List<RawFeatures> sample =
        List.of(customer(1, 1, null), customer(2, Double.NaN, null), customer(3, 9, null));
    Preparation.Chosen chosen = choose(sample, "spend_per_item");
    assertThat(chosen.space().point(sample.get(1))).containsExactly(5);
    assertThat(steps(chosen, Step.IMPUTE))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.parameter()).isEqualTo("5.0");
              assertThat(step.rowsAffected()).isEqualTo(1);
            });
  }

  @Test
  void dropsWhatSaysNothingOrSaysItTwice() {
    List<RawFeatures> sample = new ArrayList<>();
    for (int i = 1; i <= 50; i++) {
      double[] numbers = new double[Features.NUMBERS.size()];
      numbers[Features.NUMBERS.indexOf("orders")] = i;
      numbers[Features.NUMBERS.indexOf("shopping_days")] = 2 * i + (i % 7 == 0 ? 1 : 0);
      numbers[Features.NUMBERS.indexOf("recency_days")] = 7;
      numbers[Features.NUMBERS.indexOf("income")] = Double.NaN;
      sample.add(RawFeatures.of(numbers));
    }
    Preparation.Chosen chosen = choose(sample, "orders", "shopping_days", "recency_days", "income");
    assertThat(chosen.space().names()).containsExactly("orders");
    assertThat(steps(chosen, Step.DROP))
        .extracting(PreparationStep::feature, PreparationStep::reason)
        .satisfiesExactly(
            dropped -> assertThat(dropped.toString()).contains("says the same as orders"),
            dropped -> assertThat(dropped.toString()).contains("the same for all customers"),
            dropped -> assertThat(dropped.toString()).contains("not known of any customer"));
  }

  @Test
  void makesACoordinateOfEachFrequentCategory() {
    List<RawFeatures> sample = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      String education = i < 60 ? "bachelor" : i < 98 ? "master" : i == 98 ? "basic" : null;
      sample.add(customer(i, 1, education));
    }
    Preparation.Chosen chosen = choose(sample, "education", "gross_spend");
    assertThat(chosen.space().names())
        .containsExactly("gross_spend", "education=bachelor", "education=master");
    assertThat(chosen.space().numbers()).isEqualTo(1);
    assertThat(chosen.space().point(sample.get(99))).containsExactly(99, 0, 0);
    assertThat(steps(chosen, Step.DROP))
        .extracting(PreparationStep::feature)
        .containsExactlyInAnyOrder("education=basic", "education=unknown");
  }

  @Test
  void keepsOneFeatureWhenNobodyDiffers() {
    Preparation.Chosen chosen =
        choose(List.of(customer(5, 1, null), customer(5, 1, null)), "gross_spend");
    assertThat(chosen.space().names()).containsExactly("gross_spend");
    assertThat(choose(List.of(), "gross_spend", "orders").space().names())
        .containsExactly("gross_spend");
  }

  private static Preparation.Chosen choose(List<RawFeatures> sample, String... features) {
    return Preparation.choose(
        new FeatureSettings(List.of(features), Optional.empty(), 3, 0.95), sample);
  }

  private static List<PreparationStep> steps(Preparation.Chosen chosen, Step step) {
    return chosen.steps().stream().filter(each -> each.step() == step).toList();
  }

  private static RawFeatures customer(double grossSpend, double spendPerItem, String education) {
    double[] numbers = new double[Features.NUMBERS.size()];
    numbers[Features.NUMBERS.indexOf("gross_spend")] = grossSpend;
    numbers[Features.NUMBERS.indexOf("spend_per_item")] = spendPerItem;
    return new RawFeatures(numbers, new String[] {null, education, null}, Map.of());
  }
}
