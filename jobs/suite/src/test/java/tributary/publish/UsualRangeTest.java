package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tributary.ForeignLocale;
import tributary.config.Range;
import tributary.publish.UsualRange.Earlier;

@ExtendWith(ForeignLocale.class)
class UsualRangeTest {
  private static final Range EXPECTED = Range.parse("..0.4");

  @Test
  void isAsFarFromTheMedianAsEarlierFiguresWere() {
    UsualRange usual = UsualRange.of(figures(0.1, 0.2, 0.3, 0.4, 0.5), 7, 0);
    assertThat(usual.median()).isEqualTo(0.3);
    assertThat(usual.spread()).isCloseTo(1.4826 * 0.1 * 3, within(1e-12));
    assertThat(usual.earlier()).isEqualTo(5);
    assertThat(usual.widen(EXPECTED, 1).high()).isEqualTo(0.745);
    assertThat(usual.inWords(6, 7))
        .isEqualTo("usual is 0.300 within 6 x 0.445, by 5 earlier spans of 7 days");
  }

  @Test
  void neverNarrowsWhatIsExpected() {
    UsualRange usual = UsualRange.of(figures(0, 0, 0, 0), 7, 0);
    assertThat(usual.widen(EXPECTED, 6)).isEqualTo(EXPECTED);
    assertThat(usual.widen(Range.parse("0.93..1.07"), 6).high()).isEqualTo(1.07);
  }

  @Test
  void oneOutlierAmongEarlierFiguresChangesLittle() {
    UsualRange usual = UsualRange.of(figures(0.1, 0.1, 0.1, 0.1, 0.1, 0.9), 7, 0);
    assertThat(usual.median()).isEqualTo(0.1);
    assertThat(usual.spread()).isZero();
  }

  @Test
  void aShortHistoryAndASmallDeliveryWidenIt() {
    double few = UsualRange.of(figures(0.1, 0.2), 7, 0).spread();
    double many = UsualRange.of(figures(0.1, 0.2, 0.1, 0.2, 0.1, 0.2), 7, 0).spread();
    assertThat(few).isGreaterThan(2 * many);
    assertThat(UsualRange.of(figures(0.1, 0.2), 7, 1.5).spread()).isEqualTo(1.5);
    assertThat(UsualRange.of(List.of(), 1, 0.25).widen(EXPECTED, 6).high()).isEqualTo(1.5);
  }

  @Test
  void aDayIsToldByItsWeekdayOnceThatHasComeFourTimes() {
    double[] sundaysAreOne =
        IntStream.rangeClosed(1, 28).mapToDouble(day -> day % 7 == 0 ? 1 : 0).toArray();
    UsualRange sunday = UsualRange.of(figures(sundaysAreOne), 1, 0);
    assertThat(sunday.median()).isEqualTo(1);
    assertThat(sunday.spread()).isZero();
    assertThat(UsualRange.of(figures(sundaysAreOne), 7, 0).median()).isZero();
    double[] threeWeeks = Arrays.copyOf(sundaysAreOne, 21);
    assertThat(UsualRange.of(figures(threeWeeks), 1, 0).median()).isZero();
  }

  /** Of one span ago, two, ... */
  private static List<Earlier> figures(double... figures) {
    return IntStream.range(0, figures.length)
        .mapToObj(index -> new Earlier(index + 1, figures[index]))
        .toList();
  }
}
