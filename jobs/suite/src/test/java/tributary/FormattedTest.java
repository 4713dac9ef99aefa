package tributary;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code String.formatted} writes numbers and times in the locale of the machine, which no rule for
 * classes can see: it is for {@code %s} alone. {@code String.format(Locale.ROOT, ...)} is for all
 * else.
 */
class FormattedTest {
  private static final String LITERAL = "\"(?:[^\"\\\\\\n]|\\\\.)*\"";

  /** A text, be it in several pieces or in brackets, that is a receiver of {@code formatted}. */
  private static final Pattern RECEIVER =
      Pattern.compile(LITERAL + "(?:\\s*[+]\\s*" + LITERAL + ")*[)\\s]*(?:[.]|::)\\s*formatted\\b");

  private static final Pattern OF_THE_LOCALE =
      Pattern.compile("%(?:\\d+[$])?[-#+ 0,(]*\\d*(?:[.]\\d+)?[deEfgGtTS]");

  @ParameterizedTest
  @ValueSource(strings = {"src/main/java", "../bridge/src/main/java"})
  void writesNoNumberInTheLocaleOfTheMachine(String directory) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(directory))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(file -> assertThat(ofTheLocale(Files.readString(file))).isEmpty());
    }
  }

  @Test
  void findsWhatTheLocaleDecides() {
    assertThat(
            ofTheLocale(
                """
                "%d lines".formatted(1); "100 %% of %s".formatted(2); "%,d".formatted(3);
                ("%.3f " + "\\"%s\\"")
                    .formatted(4, 5);
                map("SUM(f_%02d)"::formatted); String.format(Locale.ROOT, "%d", 6);
                """))
        .hasSize(4);
  }

  /** Values become SQL as those of scripts and conditions, which quote them. */
  @ParameterizedTest
  @ValueSource(strings = {"curate", "segment", "recommend", "insight", "publish"})
  void formatsNoValueIntoSql(String room) throws IOException {
    Pattern value = Pattern.compile("(?:[=<>(,]|\\b(?:DATE|TIMESTAMP|LIKE|WHEN))\\s*'%s'");
    assertThat(value.matcher("source = '%s' AND day < DATE '%s'").results()).hasSize(2);
    try (Stream<Path> files = Files.walk(Path.of("src/main/java/tributary", room))) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")))
          .isNotEmpty()
          .allSatisfy(
              file -> assertThat(value.matcher(Files.readString(file)).results()).isEmpty());
    }
  }

  private static List<String> ofTheLocale(String source) {
    return RECEIVER
        .matcher(source)
        .results()
        .map(MatchResult::group)
        .filter(text -> OF_THE_LOCALE.matcher(text.replace("%%", "")).find())
        .toList();
  }
}
