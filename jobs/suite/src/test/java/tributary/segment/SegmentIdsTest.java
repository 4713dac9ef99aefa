package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SegmentIdsTest {
  private static final double[] ONE = {1, 2};
  private static final double[] OTHER = {-1, 0.5};
  private static final Window WINDOW =
      new Window("default", Window.BEGINNING, LocalDate.of(2024, 1, 1));

  @Test
  void areEqualForEqualModelsHoweverTheirClustersWereNumbered() {
    assertThat(SegmentIds.of(WINDOW, model(ONE, OTHER)))
        .isEqualTo(SegmentIds.of(WINDOW, model(OTHER, ONE)))
        .doesNotHaveDuplicates()
        .allSatisfy(id -> assertThat(id).matches("seg_[0-9a-f]{16}"));
  }

  @Test
  void areNeverUsedAgainByAnotherModelWindowOrSegmentation() {
    List<String> ids = SegmentIds.of(WINDOW, model(ONE, OTHER));
    Window next = new Window("default", Window.BEGINNING, LocalDate.of(2024, 2, 1));
    Window other = new Window("other", Window.BEGINNING, LocalDate.of(2024, 1, 1));
    assertThat(SegmentIds.of(next, model(ONE, OTHER))).doesNotContainAnyElementsOf(ids);
    assertThat(SegmentIds.of(other, model(ONE, OTHER))).doesNotContainAnyElementsOf(ids);
    assertThat(SegmentIds.of(WINDOW, model(ONE, new double[] {-1, 0.6})).get(1)).isNotIn(ids);
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
