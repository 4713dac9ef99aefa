package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;
import tributary.segment.ScoringModel;

/** A model of two segments, by age and income, places the customers of files. */
class CustomersFileTest {
  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void placesEveryLineInItsOrderUnderTheNamesThatPeopleGave() throws IOException {
    long placed = place("age,customer_id,income\n20,ann,1000\n60,bob,3000\n");

    assertThat(placed).isEqualTo(2);
    assertThat(lines())
        .containsExactly(
            "customer_id,segment_id,segment_name,distance,next_segment_name,next_distance,"
                + "confidence,problem",
            "ann,seg_0,Students,0.0,Rich,2.8284271247461903,1.0,",
            "bob,seg_1,Rich,0.0,Students,2.8284271247461903,1.0,");
  }

  @Test
  void takesWhatIsBlankForTheMedian() throws IOException {
    place("customer_id,age,income\nann,,3000\n");

    // The median age is 50, which is half a deviation from 60.
    assertThat(lines().get(1)).startsWith("ann,seg_1,Rich,0.5,");
  }

  @Test
  void saysWhatIsWrongWithALineAndGoesOn() throws IOException {
    long placed = place("customer_id,age,income\nann,old,1000\nbob,60,NaN\ncid,60,3000\ndan,1\n");

    assertThat(placed).isEqualTo(2);
    assertThat(lines())
        .hasSize(5)
        .contains(
            "ann,,,,,,,age must be a number: old", "bob,,,,,,,income must be a finite number: NaN");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("newcomers.csv, line 2: age must be a number: old")
        .contains("2 lines have a problem instead of a segment");
  }

  @Test
  void losesNoLineBehindACarriageReturnInQuotes() throws IOException {
    assertThat(place("age,income,customer_id\n20,1000,\"ann\rlee\"\n60,3000,bob\n")).isEqualTo(2);
    assertThat(lines().get(lines().size() - 1)).startsWith("bob,seg_1,Rich,");
  }

  @Test
  void writesTheLastOfManyCustomers() throws IOException {
    StringBuilder text = new StringBuilder("customer_id,age,income\n");
    IntStream.range(0, 20_000).forEach(i -> text.append("c%d,60,3000\n".formatted(i)));
    place(text.toString());

    assertThat(lines()).hasSize(20_001);
    assertThat(lines().get(20_000)).startsWith("c19999,seg_1,");
  }

  @Test
  void namesTheColumnsThatAreMissing() {
    assertThatThrownBy(() -> place("customer_id,Age\nann,20\n"))
        .isInstanceOf(UserError.class)
        .hasMessageEndingWith("its header lacks age, income; it has customer_id, Age");
    assertThatThrownBy(() -> place("")).hasMessageEndingWith("newcomers.csv: it is empty");
  }

  private long place(String text) throws IOException {
    Path file = Files.writeString(directory.resolve("newcomers.csv"), text);
    PrintStream output = new PrintStream(out, false, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(
            System.in,
            output,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            80,
            () -> false);
    try {
      return new CustomersFile(file, model()).place(terminal);
    } finally {
      output.flush();
    }
  }

  private List<String> lines() {
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static ScoringModel model() {
    List<Map<String, Object>> model = new ArrayList<>();
    double[][] centroids = {{-1, -1}, {1, 1}};
    for (int cluster = 0; cluster < 2; cluster++) {
      model.add(coordinate(cluster, 1, "age", 40, 20, centroids[cluster][0]));
      model.add(coordinate(cluster, 2, "income", 2000, 1000, centroids[cluster][1]));
    }
    Map<String, List<Map<String, Object>>> tables =
        Map.of(
            "segments.trained_model", model,
            "segments.preparation", List.of(imputation("age", "50"), imputation("income", "2000")),
            "segments.segment_profile", List.of(profile("seg_0", "Students")));
    return ScoringModel.load(tables::get, "people", Optional.empty());
  }

  private static Map<String, Object> coordinate(
      int cluster, int number, String feature, double mean, double deviation, double centroid) {
    Map<String, Object> row = inWindow();
    row.put("alias", "champion");
    row.put("algorithm", "kmeans");
    row.put("k", 2);
    row.put("seed", 1L);
    row.put("cluster_number", 2 - cluster);
    row.put("segment_id", "seg_" + cluster);
    row.put("segment_name", cluster == 0 ? "Poor" : "Rich");
    row.put("feature_number", number);
    row.put("feature", feature);
    row.put("transformation", "none");
    row.put("scaler_mean", mean);
    row.put("scaler_deviation", deviation);
    row.put("centroid_scaled", centroid);
    return row;
  }

  private static Map<String, Object> imputation(String feature, String median) {
    Map<String, Object> row = inWindow();
    row.put("feature", feature);
    row.put("step_number", 1);
    row.put("step_name", "impute");
    row.put("parameter_value", median);
    row.put("rows_affected", 0L);
    row.put("reason", "unknown");
    return row;
  }

  private static Map<String, Object> profile(String id, String name) {
    Map<String, Object> row = inWindow();
    row.put("segment_id", id);
    row.put("segment_name", name);
    return row;
  }

  private static Map<String, Object> inWindow() {
    Map<String, Object> row = new HashMap<>();
    row.put("segmentation", "people");
    row.put("model_id", "people-1");
    row.put("window_end", LocalDate.of(2024, 1, 1));
    return row;
  }
}
