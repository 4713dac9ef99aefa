package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentChoiceTest {
  private static final LocalDate END = LocalDate.of(2011, 12, 10);
  private static final SegmentWindow WINDOW = new SegmentWindow("default", LocalDate.EPOCH, END);

  @Test
  void showsTheBestFitOfEachNumberOfTheLatestRun() {
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.addAll(candidate("run 1", "old", 2, 1.0, "silhouette", 0.9));
    rows.addAll(candidate("run 2", "worse", 2, 50.0, "silhouette", 0.5));
    rows.addAll(candidate("run 2", "better", 2, 40.0, "simplified_silhouette", 0.4));
    rows.addAll(candidate("run 2", "three", 3, 30.0, "silhouette", 0.3));
    rows.add(metric("run 2", "window", null, "segments_made", 3));
    Map<String, Object> reason = metric("run 2", "window", null, "segments_chosen", 3);
    reason.put("note", "three stand apart");
    rows.add(reason);

    Map<String, Object> choice =
        SegmentChoice.read(WINDOW, new FakeTables().with("segments.metric", rows));

    assertThat(choice).containsEntry("k", 3L).containsEntry("note", "three stand apart");
    assertThat(((Frame) choice.get("candidates")).rows())
        .containsExactly(List.of(2, 40.0, 0.4), List.of(3, 30.0, 0.3));
  }

  @Test
  void hasNoCandidatesWithoutMetrics() {
    Map<String, Object> choice = SegmentChoice.read(WINDOW, new FakeTables());

    assertThat(choice).containsEntry("note", null);
    assertThat(((Frame) choice.get("candidates")).rows()).isEmpty();
  }

  private static List<Map<String, Object>> candidate(
      String run, String model, int k, double sumOfSquares, String measure, double silhouette) {
    return List.of(
        metric(run, model, k, "within_cluster_sum_of_squares", sumOfSquares),
        metric(run, model, k, measure, silhouette));
  }

  private static Map<String, Object> metric(
      String run, String model, Integer k, String name, double value) {
    Map<String, Object> row = new HashMap<>();
    row.put("segmentation", "default");
    row.put("window_end", END);
    row.put("run_id", run);
    row.put("model_id", model);
    row.put("k", k);
    row.put("metric_name", name);
    row.put("metric_value", value);
    row.put("algorithm", k == null ? null : "kmeans");
    return row;
  }
}
