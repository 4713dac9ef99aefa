package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;

class FileNumberTest {
  private final FileNumber numbers = new FileNumber(Map.of("may.csv", 7L, "june.csv", 8L));

  @Test
  void isThatOfTheLinesOwnFileAsFilesTakeTurns() {
    assertThat(of("may.csv")).isEqualTo(7);
    assertThat(of("june.csv")).isEqualTo(8);
    assertThat(of("june.csv")).isEqualTo(8);
    assertThat(of("may.csv")).isEqualTo(7);
  }

  @Test
  void aLineOfNoFileThatIsTakenInStopsAll() {
    assertThatThrownBy(() -> of("july.csv")).hasMessageContaining("july.csv");
  }

  private long of(String name) {
    return numbers.eval(StringData.fromString(name));
  }
}
