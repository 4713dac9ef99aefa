package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SegmentIdsTest {
  private static final double[] ONE = {1, 2};
  private static final double[] OTHER = {-1, 0.5};
  private static final Window WINDOW =
      new Window("default", Window.BEGINNING, LocalDate.of(2024, 1, 1));

  @Test
  void areEqualForEqualModelsHoweverTheirClustersWereNumbered() {
    assertThat(SegmentIds.fresh(WINDOW, model(ONE, OTHER), Set.of()))
        .isEqualTo(SegmentIds.fresh(WINDOW, model(OTHER, ONE), Set.of()))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("seg_[0-9a-f]{16}"));
  }

  @Test
  void areNeverUsedAgainByAnotherModelWindowOrSegmentation() {
    List<String> ids = SegmentIds.fresh(WINDOW, model(ONE, OTHER), Set.of());
    Window next = new Window("default", Window.BEGINNING, LocalDate.of(2024, 2, 1));
    Window other = new Window("other", Window.BEGINNING, LocalDate.of(2024, 1, 1));
    assertThat(SegmentIds.fresh(next, model(ONE, OTHER), Set.of()))
        .doesNotContainAnyElementsOf(ids);
    assertThat(SegmentIds.fresh(other, model(ONE, OTHER), Set.of()))
        .doesNotContainAnyElementsOf(ids);
    assertThat(SegmentIds.fresh(WINDOW, model(ONE, new double[] {-1, 0.6}), Set.of()).get(1))
        .isNotIn(ids);
  }

  @Test
  void areNotThoseThatWereUsedBefore() {
    List<String> first = SegmentIds.fresh(WINDOW, model(ONE, OTHER), Set.of());
    Set<String> used = Set.copyOf(first);
    assertThat(SegmentIds.fresh(WINDOW, model(ONE, OTHER), used))
        .doesNotContainAnyElementsOf(first)
        .doesNotHaveDuplicates()
        .isEqualTo(SegmentIds.fresh(WINDOW, model(OTHER, ONE), used));
  }

  @Test
  void differEvenWhereCentroidsAreEqual() {
    assertThat(SegmentIds.fresh(WINDOW, model(ONE, ONE), Set.of())).doesNotHaveDuplicates();
  }

  private static SegmentModel model(double[]... centroids) {
    FeatureSpace space =
        new FeatureSpace(
            List.of(
                PreparedFeature.number("gross_spend", FeatureTransform.ASINH),
                PreparedFeature.number("orders", FeatureTransform.NONE)));
    Scaling scaling = new Scaling(new double[] {5, 3}, new double[] {1, 2});
    return new SegmentModel(space, scaling, new Clusters(List.of(centroids)));
  }
}
