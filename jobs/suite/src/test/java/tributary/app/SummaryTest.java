package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Summary SUMMARY =
      new Summary("run")
          .add("lines_read", 541_909L)
          .group("rejects", Map.of("date_not_valid", 3))
          .table("segments", List.of(segment("High Spenders", 12), segment("Others", 4326)))
          .add("revenue", new BigDecimal("9726006.954"));

  @Test
  void alignsFiguresForPeople() {
    assertThat(SUMMARY.text())
        .isEqualTo(
            """
            lines read  541,909
            rejects
              date_not_valid  3
            segments
              High Spenders  12
              Others         4,326
            revenue     9726006.954
            """);
  }

  @Test
  void writesOneJsonObjectForMachines() {
    assertThat(SUMMARY.json())
        .isEqualTo(
            "{\"command\":\"run\",\"lines_read\":541909,\"rejects\":{\"date_not_valid\":3},"
                + "\"segments\":[{\"segment_name\":\"High Spenders\",\"customers\":12},"
                + "{\"segment_name\":\"Others\",\"customers\":4326}],\"revenue\":9726006.954}");
  }

  private static Map<String, Object> segment(String name, int customers) {
    Map<String, Object> segment = new LinkedHashMap<>();
    segment.put("segment_name", name);
    segment.put("customers", customers);
    return segment;
  }
}
