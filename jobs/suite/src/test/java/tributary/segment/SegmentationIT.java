package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.SegmentSettings;

class SegmentationIT {
  private static final LocalDate END = LocalDate.of(2024, 1, 1);

  @TempDir Path directory;
  private TestLake lake;

  @BeforeEach
  void open() {
    lake = new TestLake(directory);
  }

  @AfterEach
  void close() {
    lake.close();
  }

  @Test
  void namesTheFourKindsOfCustomersAndKeepsEveryInvariant() {
    lake.add(Sales.ofFourKinds(80));
    SegmentationOutcome outcome = lake.segment(SegmentSettings.defaults(), END);

    assertThat(outcome.segmentNames())
        .containsExactlyInAnyOrder(
            "High Spenders", "Frequent Shoppers", "Occasional Buyers", "Value Seekers");
    assertThat(outcome.sampleCustomers()).isEqualTo(80);
    assertThat(outcome.notes()).isEmpty();
    Map<Object, String> nameByKind = new HashMap<>();
    for (Map<String, Object> row : lake.rows("segments.customer_segment")) {
      int kind = Integer.parseInt(row.get("customer_id").toString().substring(1)) % 4;
      nameByKind.merge(kind, row.get("segment_name").toString(), (one, other) -> one + other);
    }
    System.out.println(nameByKind);
    lake.rows("segments.segment_profile").forEach(System.out::println);
    lake.rows("segments.metric").forEach(System.out::println);
    lake.rows("segments.trained_model").forEach(System.out::println);
    lake.rows("segments.segment_feature").forEach(System.out::println);
  }
}
