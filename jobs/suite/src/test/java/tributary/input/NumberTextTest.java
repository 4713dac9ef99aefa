package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1234.56|1234.56",
        "1,234.56|1234.56",
        "1,250|1250",
        "1.250|1.25",
        "1 234 567|1234567",
        "1\u00a0234|1234",
        "1\u202f234.5|1234.5",
        "1\u2009234|1234",
        "1\u2007234|1234",
        "\ufeff\u200b12\u2060|12",
        "12,34,567.5|1234567.5",
        "1,23,456.78|123456.78",
        "1'234.50|1234.5",
        "1\u2019299.00|1299",
        "1'299.-|1299",
        "3.-|3",
        "3.--|3",
        "3.\u2013|3",
        "CHF 3.-|3",
        "Fr. 12.50|12.5",
        "Fr.50|50",
        "$1,234.50|1234.5",
        "£ 2.55|2.55",
        "2.55 €|2.55",
        "2.55\u00a0€|2.55",
        "GBP 12|12",
        "12 gbp|12",
        "12GBP|12",
        "Eur 12|12",
        "12 kr|12",
        "kr. 12|12",
        "12.50 zł|12.5",
        "R$ 5|5",
        "US$5|5",
        "Rs.500|500",
        "1200円|1200",
        "-$5|-5",
        "$-5|-5",
        "$ - 5|-5",
        "-$.50|-0.5",
        "- 5|-5",
        "+7|7",
        "12.50-|-12.5",
        "12.50- EUR|-12.5",
        "€5-|-5",
        "(12.50)|-12.5",
        "( 5 )|-5",
        "($12.50)|-12.5",
        "$(12.50)|-12.5",
        "(5) €|-5",
        "1.5E3|1500",
        "1.5e-3|0.0015",
        "1E3|1000",
        "1e-7|0.0000001",
        "-1E+2|-100",
        ".5|0.5",
        "-.5|-0.5",
        "5.|5",
        "007|7",
        "-0.00|0",
        "(0)|0",
        "0|0",
        "0.0|0",
        "0.10|0.1",
        "0.500|0.5",
        "-0.5|-0.5",
        "100|100",
        "2.550|2.55",
        "\u22125|-5",
      })
  void writesNumbersWithPointsCanonically(String written, String canonical) {
    assertThat(number(written)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "1.234,56|1234.56",
        "1 234,50|1234.5",
        "1\u202f234,50|1234.5",
        "1'299,00|1299",
        "1.234|1234",
        "1.250|1250",
        "1.234.567|1234567",
        "2,55|2.55",
        "7,80|7.8",
        "-0,250|-0.25",
        "0,500|0.5",
        "00,123|0.123",
        "1,250|1.25",
        "12,00|12",
        "-0,00|0",
        "100|100",
        "100,0|100",
        ",5|0.5",
        "5,|5",
        "3,-|3",
        "3,--|3",
        "3,\u2013 €|3",
        "3,\u2014|3",
        "-3,-|-3",
        "(3,-)|-3",
        "1.299,-|1299",
        "1.299,- EUR|1299",
        "€ 1.299,-|1299",
        "1.299,00 €|1299",
        "12,50-|-12.5",
        "-12,50 €|-12.5",
        "EUR -12,50|-12.5",
        "12,50 Kč|12.5",
        "1,5E3|1500",
      })
  void writesNumbersWithCommasCanonically(String written, String canonical) {
    assertThat(numberWithComma(written)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abc",
        "1,5",
        "1,23",
        "0,500",
        "-0,250",
        "00,123",
        "01,234",
        "0 500",
        "1.2.3",
        "1,234,56",
        "1,,000",
        "1,000,00",
        "1, 000",
        "1  000",
        "1,000 000",
        "1'000,000",
        "12,345,67,890",
        "1234,567",
        ",500",
        "1.234 567",
        "--5",
        "+-5",
        "-+5",
        "-5-",
        "5--",
        "5 -",
        "5 €-",
        "-(5)",
        "(-5)",
        "(5",
        "5)",
        "()",
        "-",
        "+",
        ".",
        ".-",
        "$",
        "$-.50",
        "CHF -.50",
        "EUR.50",
        "\u20135",
        "5\u2013",
        "5 CR",
        "5 DR",
        "5CR",
        "15 %",
        "15%",
        "%15",
        "5 kg",
        "3 pcs",
        "2x",
        "2 cup",
        "10 PEN",
        "5 kgs",
        "5 Std",
        "5.0€/kg",
        "5 €/kg",
        "50 ¢",
        "50p",
        "12.50 $ USD",
        "€ 5 €",
        "3 4",
        "3;4",
        "3\t400",
        "3\n400",
        "3 - 4",
        "3-4",
        "3*4",
        "12/5",
        "1/2",
        "½",
        "2024-01-05",
        "05.01.2024",
        "12:30",
        "1e999999999",
        "1e100",
        "1,000E3",
        "E5",
        "e",
        "1e",
        "1e5.5",
        "0x10",
        "1_000",
        "NaN",
        "Infinity",
        "-inf",
        "∞",
        "null",
        "'5",
        "=5",
        "~5",
        "<5",
        "5*",
        "5a",
        "a5",
        "5,-",
        "1 000,5",
        "1.234,56",
        "\u0663",
        "\uff15",
        "5²",
        "1·5",
      })
  void leavesWhatIsNoNumberWithAPointAsDelivered(String written) {
    assertThat(number(written)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.500",
        "0.345",
        "0.050",
        "-0.500",
        "2.55",
        "1.5",
        "1,234.56",
        "1,2,3",
        "1.23,5",
        "12.34.567,5",
        "1.234 567,8",
        "-,50",
        "--,50",
        ",-",
        "3.-",
        "3,---",
        "3, -",
        "1.299.-",
        "3,-5",
        "12,5 %",
        "0,5 kg",
        "2,5,",
      })
  void leavesWhatIsNoNumberWithACommaAsDelivered(String written) {
    assertThat(numberWithComma(written)).isEqualTo(written);
  }

  @Test
  void refusesOtherDecimalMarks() {
    assertThatThrownBy(
            () -> new NumberText().eval(StringData.fromString("1"), StringData.fromString(";")))
        .hasMessage("Invalid decimal mark of NUMBER_TEXT: ';', expected '.' or ','");
  }

  @Property
  void writesEveryDecimalAsJavaWould(
      @ForAll @BigRange(min = "-1000000", max = "1000000") @Scale(6) BigDecimal number) {
    assertThat(number(number.toPlainString())).isEqualTo(canonical(number));
    assertThat(number(number.toString())).isEqualTo(canonical(number));
    String comma = number.toPlainString().replace('.', ',');
    assertThat(numberWithComma(comma)).isEqualTo(canonical(number));
  }

  @Property
  void readsWhatLocalesFormat(
      @ForAll @BigRange(min = "-100000000", max = "100000000") @Scale(3) BigDecimal number,
      @ForAll("locales") Locale locale) {
    DecimalFormat format = (DecimalFormat) DecimalFormat.getInstance(locale);
    DecimalFormatSymbols symbols = format.getDecimalFormatSymbols();
    format.setMaximumFractionDigits(3);
    String written = format.format(number);
    String read = symbols.getDecimalSeparator() == '.' ? number(written) : numberWithComma(written);
    assertThat(read).isEqualTo(canonical(number));
  }

  @Provide
  Arbitrary<Locale> locales() {
    return Arbitraries.of("de-DE", "de-CH", "fr-FR", "en-GB", "en-IN", "it-IT", "pl-PL", "sv-SE")
        .map(Locale::forLanguageTag);
  }

  /** The number that a mutated text becomes is the one that the digits in it spell, or none. */
  @Property(tries = 5000)
  void neverMakesOtherDigitsOfAText(@ForAll("mutatedTexts") String written) {
    for (String read : new String[] {number(written), numberWithComma(written)}) {
      boolean refused = read.equals(written);
      assertThat(refused || digits(read).equals(digits(written)))
          .as("%s became %s", written, read)
          .isTrue();
    }
  }

  /** Texts without exponents, which move digits. */
  @Provide
  Arbitrary<String> mutatedTexts() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "0", "1", "5", "00", "000", "123", ".", ",", "-", "+", " ", "'", "(", ")", "€", "EUR",
            "kr", "%", "kg", "x", "/", ":", "\u00a0", "\u2013", "\t");
    return Combinators.combine(pieces.list().ofMinSize(1).ofMaxSize(7), pieces)
        .as((list, last) -> (String.join("", list) + last).trim())
        .filter(text -> !text.isEmpty());
  }

  /** Significant digits, and those of the whole part with those of the fraction marked by order. */
  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "").replaceAll("^0+", "").replaceAll("0+$", "");
  }

  private static String canonical(BigDecimal number) {
    return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
  }

  private static String number(String written) {
    return String.valueOf(new NumberText().eval(StringData.fromString(written)));
  }

  private static String numberWithComma(String written) {
    return String.valueOf(
        new NumberText().eval(StringData.fromString(written), StringData.fromString(",")));
  }
}
