package tributary.curate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LandedFilesTest {
  @Test
  void tellsOfEachJoinedFileWhatWasPassedOver() {
    Map<String, Object> counted =
        Map.of(
            "lines:sales.csv", 7L,
            "problems:sales.csv", 1L,
            "passed-over:b.csv", 2L,
            "passed-over-example:b.csv", List.of("line 4 is too long", "line 9 is too long"),
            "passed-over:a.csv", 1L,
            "passed-over-example:a.csv", List.of("line 3 has 2 columns, expected 3"));
    assertThat(LandedFiles.passedOver(counted))
        .containsExactly(
            Map.entry("a.csv", "1 (line 3 has 2 columns, expected 3)"),
            Map.entry("b.csv", "2 (line 4 is too long)"));
  }
}
