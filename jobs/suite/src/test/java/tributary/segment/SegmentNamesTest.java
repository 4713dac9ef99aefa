package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentNamesTest {
  private static final List<String> FEATURES =
      List.of("gross_spend", "shopping_days", "spend_per_item");

  private static final double[] BIG = {1.5, 1.7, 0};
  private static final double[] OFTEN = {0.4, 0.3, -0.1};
  private static final double[] SELDOM = {-0.7, -0.7, 1.5};
  private static final double[] CHEAP = {-0.8, -0.6, -0.6};

  @Test
  void namesFourSegmentsByTheirCentroids() {
    assertThat(names(BIG, OFTEN, SELDOM, CHEAP))
        .containsEntry(BIG, "High Spenders")
        .containsEntry(OFTEN, "Frequent Shoppers")
        .containsEntry(SELDOM, "Occasional Buyers")
        .containsEntry(CHEAP, "Value Seekers");
  }

  @Test
  void givesTheSameNamesWhateverTheClustersNumbers() {
    Map<double[], String> expected = names(BIG, OFTEN, SELDOM, CHEAP);
    List<double[]> shuffled = new ArrayList<>(List.of(BIG, OFTEN, SELDOM, CHEAP));
    Random random = new Random(1);
    for (int i = 0; i < 24; i++) {
      Collections.shuffle(shuffled, random);
      assertThat(names(shuffled.toArray(double[][]::new))).isEqualTo(expected);
    }
  }

  @Test
  void doesNotUseANameWhoseConditionNoSegmentMeets() {
    double[] dear = {-0.1, -0.2, 0.9};
    double[] dearer = {-0.6, -0.3, 1.6};
    double[] dearest = {-0.3, -0.9, 2.5};
    assertThat(names(BIG, dear, dearer, dearest).values())
        .contains("High Spenders", "Occasional Buyers")
        .doesNotContain("Frequent Shoppers", "Value Seekers")
        .doesNotHaveDuplicates();
  }

  @Test
  void callsNobodyAHighSpenderWhenSpendIsNoFeature() {
    assertThat(
            SegmentNames.of(
                List.of("recency_days"),
                new Clusters(
                    List.of(
                        new double[] {2.5}, new double[] {1}, new double[] {0}, new double[] {-1})),
                Map.of()))
        .containsExactly(
            "Very high recency days",
            "High recency days",
            "Average recency days",
            "Low recency days");
  }

  @Test
  void callsOtherNumbersOfSegmentsAfterTheirTwoStrongestFeatures() {
    assertThat(names(BIG, OFTEN, CHEAP))
        .containsEntry(BIG, "High shopping days, high gross spend")
        .containsEntry(OFTEN, "High gross spend, high shopping days")
        .containsEntry(CHEAP, "Low gross spend, low shopping days");
  }

  @Test
  void addsAFeatureOrANumberWhereNamesWouldBeEqual() {
    double[] first = {1, 0.9, 0.8};
    double[] second = {1.1, 0.8, -0.7};
    double[] third = {1.2, 0.7, -0.6};
    assertThat(names(first, second, third).values())
        .containsExactlyInAnyOrder(
            "High gross spend, high shopping days, high spend per item",
            "High gross spend, high shopping days, low spend per item",
            "High gross spend, high shopping days, low spend per item (2)");
  }

  @Test
  void callsASingleSegmentAllCustomers() {
    assertThat(names(new double[3]).values()).containsExactly("All Customers");
  }

  @Test
  void leavesAnInheritedNameAsItIs() {
    Clusters clusters = new Clusters(List.of(BIG, OFTEN, SELDOM, CHEAP));
    Map<Integer, String> inherited = Map.of(0, "Winter guests", 2, "High gross spend");
    assertThat(SegmentNames.of(FEATURES, clusters, inherited))
        .containsExactly("Winter guests", "Frequent Shoppers", "High gross spend", "Value Seekers");
  }

  @Test
  void neverGivesANewbornAnInheritedName() {
    Clusters clusters = new Clusters(List.of(BIG, OFTEN, SELDOM, CHEAP));
    assertThat(SegmentNames.of(FEATURES, clusters, Map.of(1, "High Spenders")).get(0))
        .isEqualTo("High shopping days, high gross spend");
    assertThat(
            SegmentNames.of(
                FEATURES,
                new Clusters(List.of(BIG, OFTEN, CHEAP)),
                Map.of(1, "High shopping days, high gross spend")))
        .containsExactly(
            "High shopping days, high gross spend, average spend per item",
            "High shopping days, high gross spend",
            "Low gross spend, low shopping days");
  }

  @Test
  void numbersANewbornWhenAllItsFeaturesMakeAnInheritedName() {
    assertThat(
            SegmentNames.of(
                List.of("recency_days"),
                new Clusters(List.of(new double[] {1}, new double[] {-1})),
                Map.of(1, "High recency days")))
        .containsExactly("High recency days (2)", "High recency days");
  }

  @Test
  void hasNoNameForNoSegment() {
    assertThat(SegmentNames.of(FEATURES, new Clusters(List.of()), Map.of())).isEmpty();
  }

  private static Map<double[], String> names(double[]... centroids) {
    Clusters clusters = new Clusters(List.of(centroids));
    List<String> names = SegmentNames.of(FEATURES, clusters, Map.of());
    Map<double[], String> byCentroid = new HashMap<>();
    for (double[] centroid : centroids) {
      byCentroid.put(centroid, names.get(clusters.nearest(centroid).cluster()));
    }
    return byCentroid;
  }
}
