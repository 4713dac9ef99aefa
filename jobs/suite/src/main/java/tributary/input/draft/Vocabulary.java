package tributary.input.draft;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The words, in several languages, by which columns and codes are known: data to be edited. */
final class Vocabulary {
  private static final String RESOURCE = "/profile/words.txt";
  private static final String CURRENCY_AT_THE_END =
      " (in )?(eur|euro|usd|gbp|chf|pln|sek|dkk|nok|czk)$";
  private static final int EXACT = 100;
  private static final int AT_THE_END = 75;
  private static final int END_OF_COMPOUND = 65;
  private static final int ELSEWHERE = 55;
  private static final int BEGINNING_OF_COMPOUND = 50;
  private static final int SHORTEST_OF_COMPOUND = 4;

  private final Map<String, Set<String>> words = new HashMap<>();

  private Vocabulary() {}

  static Vocabulary load() {
    Vocabulary vocabulary = new Vocabulary();
    try (InputStream in = Vocabulary.class.getResourceAsStream(RESOURCE);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .forEach(vocabulary::add);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + RESOURCE, e);
    }
    return vocabulary;
  }

  private void add(String line) {
    int colon = line.indexOf(':');
    Set<String> list =
        words.computeIfAbsent(line.substring(0, colon).strip(), name -> new HashSet<>());
    for (String word : line.substring(colon + 1).split(",")) {
      list.add(normal(word));
    }
  }

  /** How well a column's name says that it is of this role: 0 to 100. */
  int score(Role role, String columnName) {
    String name = normal(columnName).replaceFirst(CURRENCY_AT_THE_END, "");
    Set<String> wanted = all(role.key());
    if (wanted.contains(name)) {
      return EXACT;
    }
    for (String unwanted : all("not " + role.key())) {
      if (holds(name, unwanted) || unwanted.length() > 5 && name.contains(unwanted)) {
        return 0;
      }
    }
    return wanted.stream().mapToInt(word -> score(name, word)).max().orElse(0);
  }

  private static int score(String name, String word) {
    if (name.endsWith(" " + word)) {
      return AT_THE_END;
    }
    if (holds(name, word)) {
      return ELSEWHERE;
    }
    if (word.length() < SHORTEST_OF_COMPOUND || word.contains(" ")) {
      return 0;
    }
    String last = name.substring(name.lastIndexOf(' ') + 1);
    if (last.endsWith(word)) {
      return END_OF_COMPOUND;
    }
    return name.startsWith(word) ? BEGINNING_OF_COMPOUND : 0;
  }

  /** The words of a list. */
  Set<String> all(String list) {
    return words.getOrDefault(list, Set.of());
  }

  /** Whether a text is one of the words of a list. */
  boolean is(String list, String text) {
    return all(list).contains(normal(text));
  }

  /** Whether a text holds one of the words of a list, as whole words. */
  boolean mentions(String list, String text) {
    String name = normal(text);
    return all(list).stream().anyMatch(word -> holds(name, word));
  }

  /** Whether a word of a text is one of the words of a list, or ends with one. */
  boolean mentionsEnd(String list, String text) {
    Set<String> wanted = all(list);
    return Arrays.stream(normal(text).split(" "))
        .anyMatch(
            word ->
                wanted.contains(word)
                    || wanted.stream()
                        .anyMatch(
                            end -> end.length() >= SHORTEST_OF_COMPOUND && word.endsWith(end)));
  }

  private static boolean holds(String name, String word) {
    return (" " + name + " ").contains(" " + word + " ");
  }

  /** Lower case, without accents, words apart by single blanks. */
  static String normal(String text) {
    String apart =
        text.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .toLowerCase(Locale.ROOT)
            .replace("\u00e4", "ae")
            .replace("\u00f6", "oe")
            .replace("\u00fc", "ue")
            .replace("\u00df", "ss")
            .replace('\u0142', 'l')
            .replace('\u00f8', 'o')
            .replace("\u00e6", "ae")
            .replace("\u00b0", "")
            .replace("#", " no ")
            .replace("%", " percent ");
    return Normalizer.normalize(apart, Normalizer.Form.NFD)
        .replaceAll("\\p{M}+", "")
        .replaceAll("[^a-z0-9]+", " ")
        .strip();
  }
}
