package tributary.segment.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class KChoiceTest {
  @Test
  void takesTheHighestSilhouette() {
    KChoice choice =
        among(trial(2, 0.35, 0.4), trial(3, 0.39, 0.2), trial(4, 0.41, 0.1), trial(5, 0.3, 0.1));

    assertThat(choice.chosen().orElseThrow().k()).isEqualTo(4);
    assertThat(choice.sentence())
        .isEqualTo(
            "4 segments: the highest silhouette (0.410) among k = 2..5 whose smallest segment"
                + " holds at least 1 % of customers; next best 3 (0.390)");
  }

  @Test
  void takesTheMostSegmentsOfNearTiesWithTheHighest() {
    KChoice choice =
        among(trial(3, 0.412, 0.2), trial(4, 0.402, 0.1), trial(5, 0.4, 0.1), trial(2, 0.2, 0.3));

    assertThat(choice.chosen().orElseThrow().k()).isEqualTo(4);
    assertThat(choice.sentence())
        .isEqualTo(
            "4 segments: the most whose silhouette (0.402) is within 0.01 of the highest (3: 0.412)"
                + " among k = 2..5 whose smallest segment holds at least 1 % of customers");
  }

  @Test
  void leavesOutSegmentsThatAreTooSmall() {
    KChoice choice = among(trial(2, 0.9, 0.0099), trial(4, 0.3, 0.01), trial(6, 0.8, 0));

    assertThat(choice.chosen().orElseThrow().k()).isEqualTo(4);
    assertThat(choice.sentence())
        .isEqualTo(
            "4 segments: the only number among k = 2, 4, 6 whose smallest segment holds at least"
                + " 1 % of customers (silhouette 0.300)");
  }

  @Test
  void theLowestSumOfSquaresSpeaksForItsK() {
    Trial best = trial(3, 7, 10, 0.2, 0.3);
    KChoice choice =
        among(trial(3, 8, 11, 0.9, 0.3), best, trial(3, 9, 10, 0.5, 0.3), trial(2, 0.1, 0.3));

    assertThat(choice.chosen()).contains(best);
    assertThat(choice.bestPerK()).extracting(Trial::k).containsExactly(2, 3);
  }

  @Test
  void choosesNothingWhenEverySmallestSegmentIsTooSmall() {
    KChoice choice =
        among(trial(2, 0.9, 0.00999), trial(3, 0.8, 0.001), Trial.failed(4, 1, "lost"));

    assertThat(choice.chosen()).isEmpty();
    assertThat(choice.sentence())
        .isEqualTo(
            "No number of segments: among k = 2..4 there is none whose smallest segment holds at"
                + " least 1 % of customers; nearest is 2 (0.99 %)");
  }

  @Test
  void choosesNothingWhenNoCandidateCouldBeJudged() {
    assertThat(among(Trial.failed(2, 1, "a cluster was lost")).sentence())
        .isEqualTo("No number of segments: among k = 2 there is none to judge: a cluster was lost");
    assertThat(among().sentence())
        .isEqualTo(
            "No number of segments: among none tried there is none to judge: a silhouette needs two"
                + " clusters");
    assertThat(among(trial(1, Double.NaN, 1)).chosen()).isEmpty();
  }

  @Test
  void fewerClustersThanAskedForAreAProblem() {
    Trial trial = Trial.of(3, 1, quality(2, 5, 0.9, 0.4, SilhouetteForm.EXACT));

    assertThat(trial.problem()).contains("2 clusters instead of 3");
    assertThat(among(trial).chosen()).isEmpty();
  }

  @Test
  void namesTheSimplifiedSilhouetteAndMixesItWithNoOther() {
    Trial simplified = Trial.of(3, 1, quality(3, 5, 0.6, 0.1, SilhouetteForm.SIMPLIFIED));

    assertThat(among(simplified).sentence()).contains("(simplified silhouette 0.600)");
    assertThatThrownBy(() -> among(simplified, trial(2, 0.5, 0.3)))
        .hasMessage("Cannot compare different silhouettes: [SIMPLIFIED, EXACT]");
  }

  @Test
  void doesNotDependOnTheOrderOfTrials() {
    List<Trial> trials = List.of(trial(2, 0.4, 0.3), trial(3, 0.4, 0.3), trial(4, 0.1, 0.3));
    List<Trial> others = List.of(trials.get(2), trials.get(1), trials.get(0));

    assertThat(KChoice.among(others, 0.05)).isEqualTo(KChoice.among(trials, 0.05));
    assertThat(KChoice.among(trials, 0.05).chosen().orElseThrow().k()).isEqualTo(3);
    assertThatThrownBy(() -> KChoice.among(trials, 2)).hasMessage("Invalid smallest share: 2.0");
  }

  private static KChoice among(Trial... trials) {
    return KChoice.among(List.of(trials), KChoice.DEFAULT_SMALLEST_SHARE);
  }

  private static Trial trial(int k, double silhouette, double smallestShare) {
    return trial(k, 1, 100.0 / k, silhouette, smallestShare);
  }

  private static Trial trial(int k, long seed, double wcss, double silhouette, double share) {
    return Trial.of(k, seed, quality(k, wcss, silhouette, share, SilhouetteForm.EXACT));
  }

  /** A silhouette that is not a number stands for none. */
  private static ClusterQuality quality(
      int k, double wcss, double silhouette, double share, SilhouetteForm form) {
    return new ClusterQuality(
        1000,
        k,
        0,
        share,
        1 - share,
        wcss,
        form,
        Double.isNaN(silhouette) ? OptionalDouble.empty() : OptionalDouble.of(silhouette),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }
}
