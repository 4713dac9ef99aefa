package tributary.input;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The patterns and languages that {@code TIMESTAMP_TEXT} is told of, in the order of trying. */
final class TimestampPatterns {
  private static final Map<String, Locale> LANGUAGES = new TreeMap<>();

  static {
    for (String language :
        List.of("cs", "da", "de", "en", "es", "fi", "fr", "it", "nb", "nl", "pl", "pt", "sv")) {
      LANGUAGES.put(language, Locale.forLanguageTag(language));
    }
    LANGUAGES.put("no", Locale.forLanguageTag("nb"));
  }

  private TimestampPatterns() {}

  /**
   * @param texts patterns, and the languages of the names in all of them, as {@code de}; names are
   *     English when there is none
   * @throws IllegalArgumentException when one is not understood
   */
  static List<TimestampPattern> of(List<String> texts) {
    List<Locale> languages =
        new ArrayList<>(texts.stream().map(LANGUAGES::get).filter(each -> each != null).toList());
    if (languages.isEmpty()) {
      languages.add(Locale.ENGLISH);
    }
    List<TimestampPattern> patterns = new ArrayList<>();
    for (String text : texts) {
      if (!LANGUAGES.containsKey(text)) {
        languages.forEach(language -> patterns.addAll(TimestampPattern.of(text, language)));
      }
    }
    return patterns;
  }

  /**
   * Checks one text by itself.
   *
   * @throws IllegalArgumentException when it is neither a language nor a pattern
   */
  static void check(String text) {
    if (text.matches("[a-z]{2}") && !LANGUAGES.containsKey(text)) {
      throw new IllegalArgumentException(
          "Invalid language of TIMESTAMP_TEXT: '%s', expected one of %s"
              .formatted(text, String.join(", ", LANGUAGES.keySet())));
    }
    of(Arrays.asList(text));
  }
}
