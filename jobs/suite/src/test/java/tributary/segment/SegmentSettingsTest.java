package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.config.Features;
import tributary.config.SegmentSettings;
import tributary.config.SegmentStepSettings;
import tributary.config.SettingsReader;
import tributary.config.UserError;
import tributary.config.WindowSettings;

class SegmentSettingsTest {
  @Test
  void haveDefaultsThatCanBeUsed() {
    SegmentSettings settings = read(Map.of());
    assertThat(settings).isEqualTo(SegmentSettings.defaults());
    assertThat(settings.clusters().fewest()).isEqualTo(4);
    assertThat(settings.clusters().isOpen()).isFalse();
    assertThat(settings.features().features())
        .containsExactly("gross_spend", "shopping_days", "spend_per_item");
    assertThat(settings.windows().length()).isEmpty();
  }

  @Test
  void expandGroupsOfFeatures() {
    assertThat(read(Map.of("features", "both,orders,attribute.web_visits")).features().features())
        .startsWith("gross_spend", "shopping_days", "spend_per_item", "age", "income")
        .endsWith("orders", "attribute.web_visits")
        .doesNotHaveDuplicates()
        .allSatisfy(feature -> assertThat(Features.isKnown(feature)).isTrue());
  }

  @Test
  void tryFewerSeedsWhenEveryKIsTried() {
    assertThat(read(Map.of("k", "auto")).clusters().seeds()).isEqualTo(3);
    assertThat(read(Map.of("k", "auto", "seeds", "7")).clusters().seeds()).isEqualTo(7);
    assertThat(read(Map.of("k", "auto")).clusters().isOpen()).isTrue();
    assertThat(read(Map.of("k", "3..6")).clusters().most()).isEqualTo(6);
  }

  @Test
  void reportAllTheirProblemsAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    Map.of(
                        "segmentation", "My Segments",
                        "k", "1",
                        "window", "P-1D",
                        "every", "P1M3D",
                        "features", "gros_spend",
                        "asinh", "age",
                        "from", "2012-01-01",
                        "as-of", "2011-01-01")))
        .isInstanceOf(UserError.class)
        .hasMessageContainingAll(
            "My Segments",
            "'1' is out of range; expected auto, 2 to 50",
            "P-1D",
            "expected months or days, not both",
            "did you mean gross_spend?",
            "age is not among the features",
            "it is after --as-of 2011-01-01");
  }

  @Test
  void placeTheWindowBeforeItsEnd() {
    LocalDate end = LocalDate.of(2024, 3, 31);
    SegmentSettings settings = SegmentSettings.defaults();
    assertThat(Window.of(settings, end).start()).isEqualTo(Window.BEGINNING);
    SegmentSettings monthly =
        settings.withWindows(
            new WindowSettings(
                Optional.of(Period.ofMonths(1)), Period.ofMonths(1), Optional.empty(), false));
    assertThat(Window.of(monthly, end).start()).isEqualTo(LocalDate.of(2024, 2, 29));
  }

  @ParameterizedTest
  @CsvSource({
    "P1M,2024-03-31,2024-03-01",
    "P1M,2024-03-01,2024-03-01",
    "P3M,2024-03-31,2024-01-01",
    "P3M,2024-06-30,2024-04-01",
    "P1Y,2024-06-30,2024-01-01",
    "P7D,2024-03-31,2024-03-25",
    "P7D,1969-12-31,1969-12-29",
    "P1D,2024-03-31,2024-03-31"
  })
  void endWindowsAtTheBoundariesOfTheCalendar(Period every, LocalDate day, LocalDate boundary) {
    assertThat(WindowCalendar.latestBoundary(every, day)).isEqualTo(boundary);
  }

  @Test
  void countWindowsBackFromTheLastEnd() {
    WindowSettings monthly =
        new WindowSettings(
            Optional.empty(), Period.ofMonths(1), Optional.of(LocalDate.of(2024, 1, 30)), false);
    assertThat(WindowCalendar.ends(monthly, LocalDate.of(2024, 3, 31)))
        .containsExactly(
            LocalDate.of(2024, 1, 31), LocalDate.of(2024, 2, 29), LocalDate.of(2024, 3, 31));
    assertThat(WindowCalendar.ends(WindowSettings.defaults(), LocalDate.of(2024, 3, 31)))
        .containsExactly(LocalDate.of(2024, 3, 31));
  }

  private static SegmentSettings read(Map<String, String> given) {
    Map<String, List<String>> arguments = new HashMap<>();
    given.forEach((name, text) -> arguments.put(name, List.of(text)));
    SettingsReader reader = SettingsReader.of(arguments, Map.of(), Path.of("nowhere"));
    SegmentStepSettings settings = SegmentStepSettings.read(reader);
    reader.throwIfAny();
    return settings.segment();
  }
}
