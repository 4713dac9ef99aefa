package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import tributary.config.UserError;

class RetailerSettingsTest {
  @Test
  void hasTheDocumentedDefaults() {
    RetailerSettings defaults = RetailerSettings.defaults();

    assertThat(defaults)
        .isEqualTo(
            new RetailerSettings(500, 50, 30_000, 42, Format.CSV, LocalDate.of(2025, 12, 31)));
    assertThat(defaults.firstDay()).isEqualTo(LocalDate.of(2024, 1, 1));
  }

  @Test
  void refusesZeroAndNamesEveryValueAtOnce() {
    assertThatThrownBy(() -> Samples.settings(0, 0, 0, 1, Format.CSV))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot generate a retailer: customers is 0, expected 1 to 10000000; "
                + "products is 0, expected 1 to 1000000; "
                + "transactions is 0, expected 1 to 1000000000");
  }

  @Test
  void refusesNegativeAndHugeNumbers() {
    assertThatThrownBy(() -> Samples.settings(-5, 50, 100, 1, Format.CSV))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("customers is -5");
    assertThatThrownBy(() -> Samples.settings(5, 50, Long.MAX_VALUE, 1, Format.CSV))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("transactions is 9223372036854775807");
  }

  @Test
  void refusesYearsThatFourDigitsCannotHold() {
    assertThatThrownBy(
            () -> new RetailerSettings(1, 1, 1, 1, Format.CSV, LocalDate.of(10_000, 1, 1)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("year of the last day is 10000");
  }

  @Test
  void countsTwoYearsBackFromALeapDay() {
    RetailerSettings settings =
        new RetailerSettings(1, 1, 1, 1, Format.CSV, LocalDate.of(2024, 2, 29));

    assertThat(settings.firstDay()).isEqualTo(LocalDate.of(2022, 3, 1));
  }
}
