package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SegmentWindowTest {
  private static final LocalDate START = LocalDate.EPOCH;
  private static final LocalDate JUNE = LocalDate.of(2011, 6, 1);
  private static final LocalDate JULY = LocalDate.of(2011, 7, 1);

  @Test
  void isTheLatestOfTheUsualSegmentation() {
    assertThat(
            SegmentWindow.latest(
                List.of(row("quarterly", JULY), row("default", START), row("default", JUNE))))
        .contains(new SegmentWindow("default", START, JUNE));
  }

  @Test
  void isTheLatestOfAnyWhereNoneIsUsual() {
    assertThat(SegmentWindow.latest(List.of(row("quarterly", JUNE), row("yearly", JULY))))
        .contains(new SegmentWindow("yearly", START, JULY));
    assertThat(SegmentWindow.latest(List.of())).isEmpty();
  }

  private static Map<String, Object> row(String segmentation, LocalDate end) {
    return Map.of("segmentation", segmentation, "window_start", START, "window_end", end);
  }
}
