package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportDataTest {
  @Test
  void noTextCanEndTheScriptElement() throws IOException {
    String name = "</script><script>alert('x')</script><!-- & \"";

    String json = ReportData.json(Map.of("name", name));

    assertThat(json).doesNotContain("<");
    assertThat(new ObjectMapper().readTree(json).get("name").asText()).isEqualTo(name);
  }

  @Test
  void writesColumnNamesOnce() {
    Frame frame =
        Frame.of(
            List.of("day", "amount", "note"),
            List.of(
                Map.of("day", LocalDate.of(2011, 12, 9), "amount", new BigDecimal("1250.5000")),
                Map.of("amount", new BigDecimal("100.0000"), "other", 1)));

    assertThat(ReportData.json(Map.of("sales", frame)))
        .isEqualTo(
            "{\"sales\":{\"columns\":[\"day\",\"amount\",\"note\"],"
                + "\"rows\":[[\"2011-12-09\",1250.5,null],[null,100,null]]}}");
    assertThat(frame.rows().get(1))
        .isEqualTo(Arrays.asList(null, new BigDecimal("100.0000"), null));
  }
}
