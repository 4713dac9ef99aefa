package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.DateTimes;
import org.apache.flink.table.data.StringData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.ForeignLocale;

@ExtendWith(ForeignLocale.class)
class TimestampTextTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2010-12-01 08:26:00|yyyy-MM-dd HH:mm:ss|2010-12-01 08:26:00",
        "12/1/2010 8:26|M/d/yyyy H:mm|2010-12-01 08:26:00",
        "01/02/2010 08:26|M/d/yyyy H:mm|2010-01-02 08:26:00",
        "31.12.2010|dd.MM.yyyy|2010-12-31 00:00:00",
        "20101231|yyyyMMdd|2010-12-31 00:00:00",
        "1/2/11 11:05 pm|M/d/yy h:mm a|2011-01-02 23:05:00",
        "1/2/11 12:05 AM|M/d/yy h:mm a|2011-01-02 00:05:00",
        "2010-12-01T08:26:00.123|yyyy-MM-dd'T'HH:mm:ss.SSS|2010-12-01 08:26:00.123000",
        "2010-12-01T08:26:00.123456789|yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS|2010-12-01 08:26:00.123456",
        "3 March 2010|d MMMM yyyy|2010-03-03 00:00:00",
        "03-mar-2010 09:15|dd-MMM-yyyy HH:mm|2010-03-03 09:15:00",
        "2010-12-01T08:26:00+02:00|yyyy-MM-dd'T'HH:mm:ssXXX|2010-12-01 08:26:00+02:00",
        "2010-12-01T08:26:00Z|yyyy-MM-dd'T'HH:mm:ssXXX|2010-12-01 08:26:00+00:00",
        "2010-12-01T08:26:00Z|yyyy-MM-dd'T'HH:mm:ss'Z'|2010-12-01 08:26:00",
        "2010-12-01T08:26:00.5-0330|yyyy-MM-dd'T'HH:mm:ss[.SSS][.S]Z|2010-12-01 08:26:00.500000-03:30",
        "2010-12-01 08:26:00-00:00|yyyy-MM-dd HH:mm:ssXXX|2010-12-01 08:26:00+00:00",
        "2010-12-01 08:26:00+01|yyyy-MM-dd HH:mm:ssX|2010-12-01 08:26:00+01:00",
        "2010-12-01 08:26 +0530|yyyy-MM-dd HH:mm xx|2010-12-01 08:26:00+05:30",
        "2010-12-01 08:26 GMT+1|yyyy-MM-dd HH:mm O|2010-12-01 08:26:00+01:00",
        "2010-12-01 08:26 UTC|yyyy-MM-dd HH:mm z|2010-12-01 08:26:00+00:00",
        "2010-12-01 08:26 CET|yyyy-MM-dd HH:mm z|2010-12-01 08:26:00+01:00",
        "Dec 1, 2010 8:26:00 AM PST|MMM d, yyyy h:mm:ss a z|2010-12-01 08:26:00-08:00",
        "2010-07-01 08:26 Europe/Berlin|yyyy-MM-dd HH:mm VV|2010-07-01 08:26:00+02:00",
        "Wed, 01 Dec 2010 08:26:00 +0100|EEE, dd MMM yyyy HH:mm:ss Z|2010-12-01 08:26:00+01:00",
        "2010335|yyyyDDD|2010-12-01 00:00:00",
        "Jan  5 2024|MMM d yyyy|2024-01-05 00:00:00",
        "1/2/11 11:05 p.m.|M/d/yy h:mm a|2011-01-02 23:05:00",
        "1/2/11 11:05 P. M.|M/d/yy h:mm a|2011-01-02 23:05:00",
        "1/2/11 12:05 a.m.|M/d/yy h:mm a|2011-01-02 00:05:00",
        "1/2/11, 11:05\u202fPM|M/d/yy, h:mm a|2011-01-02 23:05:00",
        "1/2/11\u00a011:05|M/d/yy H:mm|2011-01-02 11:05:00",
        "\u200e1/\u200e2/\u200e11 11:05|M/d/yy H:mm|2011-01-02 11:05:00",
        "2010-12-01\ufeff|yyyy-MM-dd|2010-12-01 00:00:00",
        "2012-02-29|yyyy-MM-dd|2012-02-29 00:00:00",
        "1291191960.1234567|epoch-seconds|2010-12-01 08:26:00.123456",
        "-0.5|epoch-seconds|1969-12-31 23:59:59.500000",
        "2010-12-01T08:26|yyyy-MM-dd'T'HH:mm[:ss]|2010-12-01 08:26:00",
        "1291191960|epoch-seconds|2010-12-01 08:26:00",
        "1291191960.5|epoch-seconds|2010-12-01 08:26:00.500000",
        "1291191960123|epoch-millis|2010-12-01 08:26:00.123000",
        "-1|epoch-seconds|1969-12-31 23:59:59",
        "2024-13-05 10:00:00|yyyy-dd-MM HH:mm:ss|2024-05-13 10:00:00",
        "2024\u5e741\u67085\u65e5|yyyy\u5e74M\u6708d\u65e5|2024-01-05 00:00:00",
        "2024-10-27T02:30:00+01:00(Europe/Berlin)|yyyy-MM-dd'T'HH:mm:ssXXX(VV)|2024-10-27 02:30:00+01:00",
        "2024-10-27T02:30:00+02:00(Europe/Berlin)|yyyy-MM-dd'T'HH:mm:ssXXX(VV)|2024-10-27 02:30:00+02:00",
        "2024-01-05 10:00 +0100 CET|yyyy-MM-dd HH:mm Z z|2024-01-05 10:00:00+01:00",
        "2024-01-05 005|yyyy-MM-dd DDD|2024-01-05 00:00:00",
        "2024-W01-5|YYYY-'W'ww-e|2024-01-05 00:00:00",
        "2020-W53-5|YYYY-'W'ww-e|2021-01-01 00:00:00",
        "2024-01-05 03:10 PM|yyyy-MM-dd KK:mm a|2024-01-05 15:10:00",
        "12:05 AM 1/5/2024|h:mm a M/d/yyyy|2024-01-05 00:05:00",
      })
  void writesTimesCanonically(String written, String pattern, String canonical) {
    assertThat(time(written, pattern)).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2011-02-31 10:00:00|yyyy-MM-dd HH:mm:ss",
        "2011-02-29 10:00:00|yyyy-MM-dd HH:mm:ss",
        "2011-02-28 24:00:00|yyyy-MM-dd HH:mm:ss",
        "2011-02-28 10:00|yyyy-MM-dd HH:mm:ss",
        "0000-01-01 00:00:00|yyyy-MM-dd HH:mm:ss",
        "2/30/2010 8:26|M/d/yyyy H:mm",
        "13/1/2010 8:26|M/d/yyyy H:mm",
        "12/1/2010 8:26 |M/d/yyyy",
        "12/1/10 8:26|M/d/yyyy H:mm",
        "1/2/11 13:05 PM|M/d/yy h:mm a",
        "31 February 2010|d MMMM yyyy",
        "99999999999999999|epoch-seconds",
        "12a|epoch-seconds",
        "yesterday|yyyy-MM-dd HH:mm:ss",
        "2011-02-28 23:59:60|yyyy-MM-dd HH:mm:ss",
        "2011-02-28 25:00|yyyy-MM-dd HH:mm",
        "2011-02-28T24:00|yyyy-MM-dd'T'HH:mm",
        "31.02.2011|dd.MM.yyyy",
        "31.04.2011|d.M.yyyy",
        "29.02.2011|d.M.yyyy",
        "00.01.2011|d.M.yyyy",
        "0000-01-01|yyyy-MM-dd",
        "-0044-03-15|yyyy-MM-dd",
        "44-03-15 BC|yyyy-MM-dd",
        "12011-02-28|yyyy-MM-dd",
        "2011-02-28 10:00 garbage|yyyy-MM-dd HH:mm",
        "2011-02-28x|yyyy-MM-dd",
        "2011-02-28Z|yyyy-MM-dd",
        "x2011-02-28|yyyy-MM-dd",
        "2011-02-28 10:00:00.5|yyyy-MM-dd HH:mm:ss",
        "2011-02-28 10:00:00.1234|yyyy-MM-dd HH:mm:ss.SSS",
        "2011-02-28T10:00:00+01:00|yyyy-MM-dd'T'HH:mm:ss",
        "2011-02-28T10:00:00|yyyy-MM-dd'T'HH:mm:ssXXX",
        "2011-02-28T10:00:00+19:00|yyyy-MM-dd'T'HH:mm:ssXXX",
        "2011-02-28T10:00:00+01:60|yyyy-MM-dd'T'HH:mm:ssXXX",
        "2011-02-28T10:00:00+1|yyyy-MM-dd'T'HH:mm:ssXXX",
        "2011-02-28 10:00 CST|yyyy-MM-dd HH:mm z",
        "2011-02-28 10:00 BST|yyyy-MM-dd HH:mm z",
        "2011-02-28 10:00 PST+1|yyyy-MM-dd HH:mm z",
        "2011-02-28 10:00 Europe/Atlantis|yyyy-MM-dd HH:mm VV",
        "2024-03-31 02:30 Europe/Berlin|yyyy-MM-dd HH:mm VV",
        "Tue, 01 Dec 2010|EEE, dd MMM yyyy",
        "2011366|yyyyDDD",
        "2011000|yyyyDDD",
        "1/2/11 0:05 AM|M/d/yy h:mm a",
        "1/2/11 11:05 xm|M/d/yy h:mm a",
        "1/2/11 11:05 p.m|M/d/yy h:mm a",
        "1/2/11 11:05|M/d/yy h:mm a",
        "5 Mai 2024|d MMM yyyy",
        "5 Ma 2024|d MMM yyyy",
        "5 Ju 2024|d MMM yyyy",
        "5 Marble 2024|d MMM yyyy",
        "1.7E9|epoch-seconds",
        "+1704067200|epoch-seconds",
        "1704067200.|epoch-seconds",
        "1704067200,5|epoch-seconds",
        "\u0661/2/11|M/d/yy",
        "2024-07-05T10:00:00+01:00(Europe/Berlin)|yyyy-MM-dd'T'HH:mm:ssXXX(VV)",
        "2024-01-05 10:00 +0100 CEST|yyyy-MM-dd HH:mm Z z",
        "2024-01-05 006|yyyy-MM-dd DDD",
        "2024-W53-1|YYYY-'W'ww-e",
        "2024-01-05 24:00|yyyy-MM-dd HH:mm",
        "2024-01-05 10:00|yyyy-MM-dd'T'HH:mm",
        "2024-01-05\t10:00|yyyy-MM-dd HH:mm",
        "45296|yyyy-MM-dd",
        "1/2/024|d/M/yyyy",
        "January 5th, 2024|MMMM d, yyyy",
        "0000-00-00 00:00:00|yyyy-MM-dd HH:mm:ss",
      })
  void leavesWhatIsNoTimeAsDelivered(String written, String pattern) {
    assertThat(time(written, pattern)).isEqualTo(written);
  }

  @Test
  void triesPatternsInOrder() {
    TimestampText function = new TimestampText();
    StringData first = of("d/M/yyyy");
    StringData second = of("M/d/yyyy");
    assertThat(text(function.eval(of("1/2/2010"), first, second))).isEqualTo("2010-02-01 00:00:00");
    assertThat(text(function.eval(of("1/20/2010"), first, second)))
        .isEqualTo("2010-01-20 00:00:00");
    assertThat(function.eval(of("  "), first)).isNull();
  }

  @Test
  void refusesPatternsThatNameNoDate() {
    assertThatThrownBy(() -> time("10:00", "HH:mm"))
        .hasMessage(
            "Invalid date pattern 'HH:mm': expected a year, a month, a day, and hours as H, or as h with a");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yyyy-MM-dd HH:MM",
        "dd/mm/yyyy HH:MM",
        "yyyy-MM-dd HH:mm:SS",
        "yyyy-MM-dd mm",
        "yyyy-MM-dd HH:ss",
        "yyyy-MM-dd hh:mm",
        "yyyy-MM-dd HH:mm a",
        "yyyy-MM-dd KK:mm",
        "yyyy-MM-dd kk:MM",
        "yyyy-MM-dd HH:mm dd",
        "YYYY-MM-dd",
        "yyyy-MM",
      })
  void refusesPatternsThatWouldReadOtherTimes(String pattern) {
    assertThatThrownBy(() -> TimestampPatterns.check(pattern))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Invalid date pattern '" + pattern + "': expected ");
  }

  @Test
  void saysWhatAPatternMistakes() {
    assertThatThrownBy(() -> TimestampPatterns.check("yyyy-MM-dd HH:MM"))
        .hasMessageEndingWith("expected M only once (M is a month, m a minute)");
    assertThatThrownBy(() -> TimestampPatterns.check("yyyy-MM-dd HH:mm:SS"))
        .hasMessageEndingWith(
            "expected hours as H or h, minutes as m, seconds as s and fractions as S, in this order");
  }

  /** It would be read as canonical, with the month first. */
  @Test
  void leavesNoCanonicalTextToAPatternWithTheDayFirst() {
    assertThat(time("2024-05-13 10:00:00", "yyyy-dd-MM HH:mm:ss"))
        .isEqualTo("2024-05-13 10:00:00 (yyyy-dd-MM HH:mm:ss)");
    assertThat(time("2024-05-13 10:00:00", "d.M.yyyy")).isEqualTo("2024-05-13 10:00:00");
  }

  @Test
  void refusesNamesThatTwoLanguagesGiveToDifferentMonths() {
    TimestampText function = new TimestampText();
    StringData[] patterns = {of("d MMM yyyy"), of("fi"), of("sv")};
    assertThat(text(function.eval(of("5 mar 2024"), patterns))).isEqualTo("5 mar 2024");
    assertThat(text(function.eval(of("5 mars 2024"), patterns))).isEqualTo("2024-03-05 00:00:00");
    assertThat(text(function.eval(of("5 marras 2024"), patterns))).isEqualTo("2024-11-05 00:00:00");
  }

  @Test
  void movesTimesBetweenZones() {
    InZone function = new InZone();
    StringData utc = of("UTC");
    StringData london = of("Europe/London");
    assertThat(text(function.eval(of("2011-07-01 23:30:00"), utc, london)))
        .isEqualTo("2011-07-02 00:30:00");
    assertThat(text(function.eval(of("2011-01-01 23:30:00.500000"), utc, london)))
        .isEqualTo("2011-01-01 23:30:00.500000");
    assertThat(text(function.eval(of("soon"), utc, london))).isEqualTo("soon");
    assertThat(function.eval(null, utc, london)).isNull();
    assertThatThrownBy(() -> function.eval(of("2011-07-01 23:30:00"), utc, of("Mars")))
        .hasMessageContaining("'Mars'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5. Mär 2024|d. MMM yyyy|de|2024-03-05 00:00:00",
        "5. März 2024|d. MMMM yyyy|de|2024-03-05 00:00:00",
        "5. Mrz. 2024|d. MMM yyyy|de|2024-03-05 00:00:00",
        "5. MAERZ 2024|d. MMM yyyy|de|2024-03-05 00:00:00",
        "5. Ma\u0308rz 2024|d. MMM yyyy|de|2024-03-05 00:00:00",
        "05-Mai-24|dd-MMM-yy|de|2024-05-05 00:00:00",
        "5. Jänner 2024|d. MMMM yyyy|de|2024-01-05 00:00:00",
        "Di, 05.03.2024|EEE, dd.MM.yyyy|de|2024-03-05 00:00:00",
        "Di. 05.03.2024|EEE. dd.MM.yyyy|de|2024-03-05 00:00:00",
        "5 janv. 2024|d MMM yyyy|fr|2024-01-05 00:00:00",
        "5 JANV 2024|d MMM yyyy|fr|2024-01-05 00:00:00",
        "5 févr. 2024|d MMM yyyy|fr|2024-02-05 00:00:00",
        "5 juin 2024|d MMM yyyy|fr|2024-06-05 00:00:00",
        "5 juil. 2024|d MMM yyyy|fr|2024-07-05 00:00:00",
        "5 aout 2024|d MMM yyyy|fr|2024-08-05 00:00:00",
        "3 sept. 2024|d MMM yyyy|fr|2024-09-03 00:00:00",
        "3 sept. 2024|d MMM yyyy|es|2024-09-03 00:00:00",
        "3 set 2024|d MMM yyyy|es|2024-09-03 00:00:00",
        "3 de enero de 2024|d 'de' MMMM 'de' yyyy|es|2024-01-03 00:00:00",
        "3 gen 2024|d MMM yyyy|it|2024-01-03 00:00:00",
        "3 mrt. 2024|d MMM yyyy|nl|2024-03-03 00:00:00",
        "3 fev. 2024|d MMM yyyy|pt|2024-02-03 00:00:00",
        "3 paź 2024|d MMM yyyy|pl|2024-10-03 00:00:00",
        "3 stycznia 2024|d MMMM yyyy|pl|2024-01-03 00:00:00",
        "3 maj 2024|d MMM yyyy|sv|2024-05-03 00:00:00",
        "3 okt. 2024|d MMM yyyy|da|2024-10-03 00:00:00",
        "3. des. 2024|d. MMM yyyy|no|2024-12-03 00:00:00",
        "3. tammikuuta 2024|d. MMMM yyyy|fi|2024-01-03 00:00:00",
        "3. června 2024|d. MMMM yyyy|cs|2024-06-03 00:00:00",
        "3. července 2024|d. MMMM yyyy|cs|2024-07-03 00:00:00",
        "3 sept. 2024 10:00|d MMM. yyyy HH:mm|fr|2024-09-03 10:00:00",
        "3 March 2024|d MMMM yyyy|de|3 March 2024",
        "3 jui 2024|d MMM yyyy|fr|3 jui 2024",
        "3. červ 2024|d. MMM yyyy|cs|3. červ 2024",
      })
  void knowsNamesByLanguage(String written, String pattern, String language, String canonical) {
    assertThat(text(new TimestampText().eval(of(written), of(pattern), of(language))))
        .isEqualTo(canonical);
  }

  @Test
  void knowsNamesOfSeveralLanguages() {
    TimestampText function = new TimestampText();
    StringData[] patterns = {of("d MMM yyyy"), of("de"), of("fr")};
    assertThat(text(function.eval(of("3 Dez 2024"), patterns))).isEqualTo("2024-12-03 00:00:00");
    assertThat(text(function.eval(of("3 déc. 2024"), patterns))).isEqualTo("2024-12-03 00:00:00");
  }

  @Test
  void refusesOtherLanguages() {
    TimestampPatterns.check("de");
    TimestampPatterns.check("d MMM yyyy");
    assertThatThrownBy(() -> TimestampPatterns.check("xx"))
        .hasMessage(
            "Invalid language of TIMESTAMP_TEXT: 'xx', expected one of"
                + " cs, da, de, en, es, fi, fr, it, nb, nl, no, pl, pt, sv");
    assertThatThrownBy(() -> TimestampPatterns.check("yyyy-MM-dd[ HH:mm"))
        .hasMessage("Invalid date pattern 'yyyy-MM-dd[ HH:mm': expected a ] for each [");
  }

  @Test
  void usesTheOffsetOfATimeThatHasOne() {
    for (String written :
        new String[] {
          "2024-01-01 00:30:00+00:00", "2024-01-01 01:30:00+01:00", "2023-12-31 19:30:00-05:00"
        }) {
      assertThat(inZone(written, "UTC", "Europe/Berlin")).isEqualTo("2024-01-01 01:30:00");
      assertThat(inZone(written, "Asia/Tokyo", "Europe/Berlin")).isEqualTo("2024-01-01 01:30:00");
    }
    assertThat(inZone("2024-07-01 00:30:00.250000+00:00", "UTC", "Europe/Berlin"))
        .isEqualTo("2024-07-01 02:30:00.250000");
  }

  @Test
  void refusesALocalTimeThatAZoneLeavesOutAndTakesTheFirstOfTwo() {
    assertThat(inZone("2024-03-31 02:30:00", "Europe/Berlin", "UTC"))
        .isEqualTo("2024-03-31 02:30:00 Europe/Berlin");
    assertThat(inZone("2024-10-27 02:30:00", "Europe/Berlin", "UTC"))
        .isEqualTo("2024-10-27 00:30:00");
    assertThat(inZone("9999-12-31 23:30:00", "UTC", "Asia/Tokyo")).isEqualTo("9999-12-31 23:30:00");
    assertThat(inZone("2024-10-27 02:30", "Europe/Berlin", "UTC")).isEqualTo("2024-10-27 02:30");
  }

  @Property
  void readsEveryTimeThatIsFormattedByItsPattern(
      @ForAll("times") LocalDateTime time,
      @ForAll("patterns") String pattern,
      @ForAll("languages") String language) {
    DateTimeFormatter formatter =
        DateTimeFormatter.ofPattern(pattern, Locale.forLanguageTag(language));
    String written = time.atOffset(ZoneOffset.ofHoursMinutes(5, 30)).format(formatter);
    String canonical = text(new TimestampText().eval(of(written), of(pattern), of(language)));
    LocalDateTime read =
        LocalDateTime.parse(
            canonical.substring(0, 19).replace(' ', 'T'), DateTimeFormatter.ISO_LOCAL_DATE_TIME);
    LocalDateTime shown = LocalDateTime.of(time.toLocalDate(), java.time.LocalTime.MIDNIGHT);
    if (pattern.contains("m")) {
      shown = shown.plusHours(time.getHour()).plusMinutes(time.getMinute());
    }
    if (pattern.contains("s")) {
      shown = shown.plusSeconds(time.getSecond());
    }
    assertThat(read).isEqualTo(shown);
    assertThat(canonical.endsWith("+05:30")).isEqualTo(pattern.matches(".*[XxZ].*"));
  }

  @Provide
  Arbitrary<LocalDateTime> times() {
    return DateTimes.dateTimes()
        .between(LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.of(2099, 12, 31, 23, 59));
  }

  @Provide
  Arbitrary<String> patterns() {
    return Arbitraries.of(
        "yyyy-MM-dd HH:mm:ss",
        "yyyy-MM-dd'T'HH:mm:ssXXX",
        "yyyy-MM-dd HH:mm:ss xx",
        "d.M.yyyy H:mm",
        "dd/MM/yy HH:mm",
        "yyyyMMddHHmmss",
        "d MMM yyyy",
        "d MMM yyyy HH:mm Z",
        "d. MMMM yyyy HH:mm",
        "EEEE, d MMMM yyyy",
        "EEE d. MMM yyyy",
        "yyyyDDD");
  }

  @Provide
  Arbitrary<String> languages() {
    return Arbitraries.of(
        "cs", "da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv");
  }

  @Property
  void readsEveryCountSince1970(@ForAll("times") LocalDateTime time) {
    LocalDateTime shown = time.truncatedTo(ChronoUnit.MILLIS);
    Instant instant = shown.toInstant(ZoneOffset.UTC);
    String millis = time("" + instant.toEpochMilli(), "epoch-millis");
    assertThat(LocalDateTime.parse(millis.replace(' ', 'T'))).isEqualTo(shown);
    String seconds = time("" + instant.getEpochSecond(), "epoch-seconds");
    assertThat(LocalDateTime.parse(seconds.replace(' ', 'T'))).isEqualTo(shown.withNano(0));
  }

  @Property
  void movesEveryInstantBetweenZonesAndBack(
      @ForAll("times") LocalDateTime time,
      @ForAll("zones") String from,
      @ForAll("zones") String to) {
    LocalDateTime local = time.withNano(0);
    String written = local.toString().replace('T', ' ') + (local.getSecond() == 0 ? ":00" : "");
    String moved = inZone(written, from, to);
    if (ZoneId.of(from).getRules().getValidOffsets(local).isEmpty()) {
      assertThat(moved).isEqualTo(written + " " + from);
    } else {
      LocalDateTime expected =
          local.atZone(ZoneId.of(from)).withZoneSameInstant(ZoneId.of(to)).toLocalDateTime();
      assertThat(LocalDateTime.parse(moved.replace(' ', 'T'))).isEqualTo(expected);
    }
  }

  @Provide
  Arbitrary<String> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "+03:00");
  }

  /** A mutated text is refused, or the pattern writes what it was read as in the same digits. */
  @Property(tries = 3000)
  void neverMakesAnotherTimeOfAMutatedText(@ForAll("mutatedTexts") String written) {
    for (String pattern :
        new String[] {"d.M.yyyy H:mm", "M/d/yy h:mm a", "yyyy-MM-dd HH:mm:ssXXX"}) {
      String read = time(written, pattern);
      if (!read.equals(Spaces.strip(written))) {
        LocalDateTime time = LocalDateTime.parse(read.substring(0, 19).replace(' ', 'T'));
        String again =
            time.atOffset(ZoneOffset.UTC)
                .format(DateTimeFormatter.ofPattern(pattern.replace("XXX", ""), Locale.ENGLISH));
        assertThat(significant(written)).startsWith(significant(again));
      }
    }
  }

  private static String significant(String text) {
    return Stream.of(text.split("[^0-9]+"))
        .filter(digits -> !digits.isEmpty())
        .map(Integer::parseInt)
        .toList()
        .toString()
        .replace("]", "");
  }

  @Provide
  Arbitrary<String> mutatedTexts() {
    Arbitrary<String> whole =
        Arbitraries.of("5.3.2024 10:07", "3/5/24 2:23 PM", "2024-03-05 10:07:09+01:00");
    Arbitrary<String> piece =
        Arbitraries.of("", "0", "1", "9", " ", ".", "/", ":", "-", "+", "Z", "am", "\u202f", "x");
    return Combinators.combine(
            whole,
            Arbitraries.integers().between(0, 24),
            Arbitraries.integers().between(0, 2),
            piece)
        .as(
            (text, at, removed, inserted) -> {
              int start = Math.min(at, text.length());
              int end = Math.min(text.length(), start + removed);
              return text.substring(0, start) + inserted + text.substring(end);
            });
  }

  private static StringData of(String text) {
    return text == null ? null : StringData.fromString(text);
  }

  private static String text(StringData text) {
    return String.valueOf(text);
  }

  private static String time(String written, String pattern) {
    return text(new TimestampText().eval(of(written), of(pattern)));
  }

  private static String inZone(String written, String from, String to) {
    return text(new InZone().eval(of(written), of(from), of(to)));
  }
}
