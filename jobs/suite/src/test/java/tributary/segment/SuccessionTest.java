package tributary.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  @Test
  void comparesEachFreshWindowWithTheOneBefore() {
    Succession succession = new Succession(List.of(), windows(1, 2, 3));
    assertThat(succession.changed()).isEqualTo(ends(1, 2, 3));
    assertThat(succession.neighbours()).isEmpty();
    assertThat(steps(succession)).containsExactly("1 > 2", "2 > 3");
  }

  @Test
  void comparesThePublishedWindowThatFollowsAgain() {
    Succession succession = new Succession(windows(1, 3, 5, 7, 12), windows(5, 10));
    assertThat(succession.changed()).isEqualTo(ends(5, 7, 10, 12));
    assertThat(succession.neighbours()).isEqualTo(ends(3, 7, 12));
    assertThat(steps(succession)).containsExactly("3 > 5", "5 > 7", "7 > 10", "10 > 12");
  }

  @Test
  void passesOverFreshWindowsWithoutCustomers() {
    Succession succession = new Succession(windows(1, 3), windows(2));
    assertThat(steps(succession, day(2))).containsExactly("1 > 3");
    assertThat(steps(new Succession(List.of(), windows(1, 2)), day(1))).isEmpty();
  }

  @Test
  void givesTheFirstWindowNoneBefore() {
    Succession succession = new Succession(windows(4), windows(2));
    assertThat(succession.changed()).isEqualTo(ends(2, 4));
    assertThat(steps(succession)).containsExactly("2 > 4");
  }

  private static List<String> steps(Succession succession, LocalDate... empty) {
    return succession.steps(Set.of(empty)).stream()
        .map(
            step ->
                step.previousEnd().getDayOfMonth() + " > " + step.window().end().getDayOfMonth())
        .toList();
  }

  private static List<Window> windows(int... days) {
    return IntStream.of(days)
        .mapToObj(day -> new Window("default", Window.BEGINNING, day(day)))
        .toList();
  }

  private static List<LocalDate> ends(int... days) {
    return IntStream.of(days).mapToObj(SuccessionTest::day).toList();
  }

  private static LocalDate day(int day) {
    return LocalDate.of(2024, 1, day);
  }
}
