package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tributary.config.SegmentSettings;
import tributary.config.UserError;

class SegmentSettingsTest {
  @Test
  void haveDefaultsThatCanBeUsed() {
    SegmentSettings settings = SegmentSettings.defaults();
    assertThat(settings.k()).isEqualTo(4);
    assertThat(settings.features())
        .containsExactly("gross_spend", "shopping_days", "spend_per_item");
    assertThat(settings.windowLength()).isEmpty();
  }

  @Test
  void reportAllTheirProblemsAtOnce() {
    assertThatThrownBy(
            () ->
                new SegmentSettings(
                    "My Segments",
                    0,
                    Optional.of(Period.ofDays(-1)),
                    List.of("spending", "orders", "orders"),
                    List.of("gross_spend"),
                    0,
                    1,
                    0))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(
            "My Segments",
            "k must be from 1 to 50: 0",
            "seeds must be",
            "sample size must be",
            "window length must be positive",
            "unknown feature spending",
            "must not repeat",
            "asinh is asked for gross_spend");
  }

  @Test
  void placeTheWindowBeforeItsEnd() {
    LocalDate end = LocalDate.of(2024, 3, 31);
    SegmentSettings settings = SegmentSettings.defaults();
    assertThat(Window.of(settings, end).start()).isEqualTo(Window.BEGINNING);
    assertThat(Window.of(settings.withWindowLength(Period.ofMonths(1)), end).start())
        .isEqualTo(LocalDate.of(2024, 2, 29));
  }
}
