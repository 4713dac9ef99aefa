package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.time.api.DateTimes;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.TimestampData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.ForeignLocale;

@ExtendWith(ForeignLocale.class)
class FunctionsTest {
  @ParameterizedTest
  @CsvSource({
    "17850.0,17850",
    "17850,17850",
    "17850.00,17850",
    "85123A,85123A",
    "1.5,1.5",
    "A.0,A.0",
    ".0,.0",
    "0.0,0",
    "12.,12.",
    "100,100",
    "00123.0,00123",
    "17850.000000,17850",
    "12.000,12.000",
    "17850.000,17850",
    "1.0E5,1.0E5",
    "-5.0,-5.0",
    "1.2.0,1.2.0"
  })
  void takesZeroFractionsFromCodes(String written, String code) {
    assertThat(text(new CodeText().eval(of(written)))).isEqualTo(code);
  }

  @Test
  void trimsTextsAndMakesBlankOnesNull() {
    CleanText function = new CleanText();
    assertThat(text(function.eval(of(" \ta b\u00a0 ")))).isEqualTo("a b");
    assertThat(function.eval(of(" \u00a0\t"))).isNull();
    assertThat(function.eval(of(""))).isNull();
    assertThat(function.eval(null)).isNull();
    assertThat(text(function.eval(of("caf\u00e9\u00e0")))).isEqualTo("caf\u00e9\u00e0");
  }

  @Test
  void roundsDecimalsOnceAndHalfUp() {
    assertThat(quantity("5")).isEqualTo(new BigDecimal("5.000"));
    assertThat(quantity("0.0005")).isEqualTo(new BigDecimal("0.001"));
    assertThat(quantity("-0.0005")).isEqualTo(new BigDecimal("-0.001"));
    assertThat(quantity("0.00049")).isEqualTo(new BigDecimal("0.000"));
    assertThat(quantity("123456789012345")).isEqualTo(new BigDecimal("123456789012345.000"));
    assertThat(quantity("999999999999999.9995")).isNull();
    assertThat(quantity("1234567890123456")).isNull();
    assertThat(amount("9999999999999999.99994")).isEqualTo(new BigDecimal("9999999999999999.9999"));
    assertThat(amount("9999999999999999.99995")).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "-", "+5", ".5", "5.", "1e3", "1,000", "5 ", "abc", "1.2.3"})
  void parsesPlainDecimalsOnly(String written) {
    if (written.equals("5 ")) {
      assertThat(quantity(written)).isEqualTo(new BigDecimal("5.000"));
    } else {
      assertThat(quantity(written)).isNull();
    }
  }

  @Property
  void multipliesAndDividesBeforeItRounds(
      @ForAll @BigRange(min = "-100000", max = "100000") @Scale(7) BigDecimal number,
      @ForAll @BigRange(min = "-1000", max = "1000") @Scale(9) BigDecimal other) {
    StringData one = of(number.toPlainString());
    StringData two = of(other.toPlainString());
    assertThat(decimal(new LineAmount().eval(one, two)))
        .isEqualTo(number.multiply(other).setScale(4, RoundingMode.HALF_UP));
    if (other.signum() == 0) {
      assertThat(new UnitPrice().eval(one, two)).isNull();
    } else if (other.abs().compareTo(new BigDecimal("0.001")) > 0) {
      assertThat(decimal(new UnitPrice().eval(one, two)))
          .isEqualTo(number.divide(other, 4, RoundingMode.HALF_UP));
    }
    assertThat(new NumberSign().eval(one)).isEqualTo(number.signum());
  }

  @Test
  void computesNothingFromWhatIsNoNumber() {
    assertThat(new LineAmount().eval(of("1"), of("1,5"))).isNull();
    assertThat(new LineAmount().eval(null, of("1"))).isNull();
    assertThat(new LineAmount().eval(of("999999999999"), of("999999999999"))).isNull();
    assertThat(decimal(new LineAmount().eval(of("0.5"), of("2.005")))).isEqualTo("1.0025");
    assertThat(new UnitPrice().eval(of("5"), of("0.000"))).isNull();
    assertThat(new UnitPrice().eval(of("x"), of("1"))).isNull();
    assertThat(new NumberSign().eval(of("-0.00"))).isZero();
    assertThat(new NumberSign().eval(of("-0.00001"))).isEqualTo(-1);
    assertThat(new NumberSign().eval(of("1e3"))).isNull();
    assertThat(new NumberSign().eval(null)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "EUR,EUR",
    "eur,EUR",
    "' Eur\u00a0',EUR",
    "chf,CHF",
    "DEM,DEM",
    "€,",
    "$,",
    "EURO,",
    "EU,",
    "BTC,",
    "'',",
    "12 ,"
  })
  void knowsCurrenciesByTheirCodes(String written, String code) {
    StringData found = new CurrencyCode().eval(of(written));
    assertThat(found == null ? null : found.toString()).isEqualTo(code);
  }

  @Property
  void parsesEveryDecimalAsJavaWould(
      @ForAll @BigRange(min = "-10000000000000", max = "10000000000000") @Scale(6)
          BigDecimal number) {
    assertThat(amount(number.toPlainString())).isEqualTo(number.setScale(4, RoundingMode.HALF_UP));
    assertThat(new ParsePrice().eval(of(number.toPlainString())).toBigDecimal())
        .isEqualTo(number.setScale(4, RoundingMode.HALF_UP));
  }

  @Test
  void parsesRealTimesInCanonicalTextOnly() {
    assertThat(timestamp("2011-12-09 12:50:00")).isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50));
    assertThat(timestamp("2011-12-09 12:50:00.000001"))
        .isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50, 0, 1000));
    assertThat(timestamp("1899-12-31 23:59:59.999999"))
        .isEqualTo(LocalDateTime.of(1899, 12, 31, 23, 59, 59, 999_999_000));
    assertThat(timestamp("2012-02-29 00:00:00")).isEqualTo(LocalDateTime.of(2012, 2, 29, 0, 0));
    assertThat(timestamp("2011-12-09 12:50:00+05:00"))
        .isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50));
    assertThat(timestamp("2011-12-09 12:50:00.500000-05:00"))
        .isEqualTo(LocalDateTime.of(2011, 12, 9, 12, 50, 0, 500_000_000));
    assertThat(timestamp("2011-12-09 12:50:00+5:00")).isNull();
    assertThat(timestamp("2011-12-09 12:50:00+19:00")).isNull();
    assertThat(timestamp("2011-12-09 12:50:00 Europe/Berlin")).isNull();
    assertThat(timestamp("2011-02-31 12:50:00")).isNull();
    assertThat(timestamp("2011-12-09")).isNull();
    assertThat(timestamp("2011-12-09T12:50:00")).isNull();
    assertThat(timestamp("2011-12-09 12:5a:00")).isNull();
    assertThat(timestamp(null)).isNull();
  }

  @Test
  void takesOffsetsFromTimes() {
    WallTime function = new WallTime();
    assertThat(text(function.eval(of("2011-12-09 12:50:00+05:00"))))
        .isEqualTo("2011-12-09 12:50:00");
    assertThat(text(function.eval(of("2011-12-09 12:50:00")))).isEqualTo("2011-12-09 12:50:00");
    assertThat(text(function.eval(of("some other text-05:00")))).isEqualTo("some other text-05:00");
    assertThat(function.eval(of(" "))).isNull();
  }

  /** What a program wrote for a code that it took for a number is that code again, or stays. */
  @Property
  void takesOnlyAFractionOfZerosFromACode(
      @ForAll("codes") String code, @ForAll @IntRange(max = 8) int zeros) {
    assertThat(text(new CodeText().eval(of(code)))).isEqualTo(code);
    String written = zeros == 0 ? code : code + "." + "0".repeat(zeros);
    assertThat(text(new CodeText().eval(of(written)))).isIn(code, written);
  }

  @Provide
  Arbitrary<String> codes() {
    return Arbitraries.oneOf(
        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12),
        Arbitraries.strings().alpha().numeric().ofMinLength(1).ofMaxLength(12));
  }

  @Property
  void readsEveryCanonicalTimeAndTakesItsOffset(
      @ForAll("times") LocalDateTime time, @ForAll @IntRange(min = -1080, max = 1080) int minutes) {
    String pattern = time.getNano() == 0 ? "uuuu-MM-dd HH:mm:ss" : "uuuu-MM-dd HH:mm:ss.SSSSSS";
    String wall = DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    int size = Math.abs(minutes);
    String offset = "%s%02d:%02d".formatted(minutes < 0 ? "-" : "+", size / 60, size % 60);
    assertThat(timestamp(wall)).isEqualTo(time);
    assertThat(timestamp(wall + offset)).isEqualTo(time);
    assertThat(text(new WallTime().eval(of(wall + offset)))).isEqualTo(wall);
    assertThat(text(new WallTime().eval(of(wall)))).isEqualTo(wall);
  }

  @Provide
  Arbitrary<LocalDateTime> times() {
    return DateTimes.dateTimes()
        .between(LocalDateTime.of(1, 1, 1, 0, 0), LocalDateTime.of(9999, 12, 31, 23, 59))
        .ofPrecision(ChronoUnit.MICROS);
  }

  /** A code of ISO 4217 in any case and between spaces is that code; other letters are none. */
  @Property
  void knowsEveryCurrencyAndNoOther(@ForAll("letters") String letters) {
    boolean known =
        Currency.getAvailableCurrencies().stream()
            .anyMatch(each -> each.getCurrencyCode().equalsIgnoreCase(letters));
    StringData found = new CurrencyCode().eval(of("\u00a0" + letters + " "));
    assertThat(found == null ? null : found.toString())
        .isEqualTo(known ? letters.toUpperCase(Locale.ROOT) : null);
  }

  @Provide
  Arbitrary<String> letters() {
    return Arbitraries.oneOf(
        Arbitraries.strings().alpha().ofMinLength(2).ofMaxLength(4),
        Arbitraries.of(Currency.getAvailableCurrencies()).map(Currency::getCurrencyCode),
        Arbitraries.of(Currency.getAvailableCurrencies())
            .map(each -> each.getCurrencyCode().toLowerCase(Locale.ROOT)));
  }

  @Test
  void hashesTrimmedArgumentsUnambiguously() {
    LineHash function = new LineHash();
    byte[] hash = function.eval(of("a"), of("b"), null);
    assertThat(hash).hasSize(16);
    assertThat(function.eval(of(" a "), of("b\t"), of("  "))).isEqualTo(hash);
    assertThat(function.eval(of("ab"), of(""), null)).isNotEqualTo(hash);
    assertThat(function.eval(of("a"), null, of("b"))).isNotEqualTo(hash);
    assertThat(function.eval(of("a"), of("b"))).isNotEqualTo(hash);
    assertThat(function.eval(of("x".repeat(5000)), of("b"))).hasSize(16);
  }

  private static StringData of(String text) {
    return text == null ? null : StringData.fromString(text);
  }

  private static String text(StringData text) {
    return String.valueOf(text);
  }

  private static BigDecimal quantity(String written) {
    return decimal(new ParseQuantity().eval(of(written)));
  }

  private static BigDecimal amount(String written) {
    return decimal(new ParseAmount().eval(of(written)));
  }

  private static BigDecimal decimal(DecimalData decimal) {
    return decimal == null ? null : decimal.toBigDecimal();
  }

  private static LocalDateTime timestamp(String written) {
    TimestampData time = new ParseTimestamp().eval(of(written));
    return time == null ? null : time.toLocalDateTime();
  }
}
