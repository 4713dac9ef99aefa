package tributary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RangeTest {
  @Test
  void readsBothEndsOrOne() {
    assertThat(Range.parse("0.8..1.25")).isEqualTo(new Range(0.8, 1.25)).hasToString("0.8 to 1.25");
    assertThat(Range.parse("-3..")).hasToString("at least -3");
    assertThat(Range.parse(" ..0.5 ")).hasToString("at most 0.5");
  }

  @Test
  void containsItsEnds() {
    Range range = Range.parse("0.8..1.25");
    assertThat(range.contains(0.8)).isTrue();
    assertThat(range.contains(1.25)).isTrue();
    assertThat(range.contains(1.26)).isFalse();
    assertThat(range.contains(Double.NaN)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "..", "1", "1..x", "2..1", "1...2"})
  void refusesWhatIsNoRange(String text) {
    assertThatThrownBy(() -> Range.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Invalid range: ");
  }
}
