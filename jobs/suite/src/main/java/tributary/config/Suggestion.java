package tributary.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What a misspelt name was probably meant to be. */
public final class Suggestion {
  private Suggestion() {}

  /** The known name with the fewest edits from the wrong one, if it is near enough to be meant. */
  public static Optional<String> nearest(String wrong, Collection<String> known) {
    int tolerated = Math.max(1, wrong.length() / 3);
    return known.stream()
        .filter(name -> edits(wrong, name) <= tolerated)
        .min(
            Comparator.<String>comparingInt(name -> edits(wrong, name))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** {@code "; did you mean x?"}, or nothing. */
  public static String sentence(String wrong, Collection<String> known) {
    return nearest(wrong, known).map(name -> "; did you mean " + name + "?").orElse("");
  }

  /** Levenshtein distance with adjacent swaps as one edit, in any case. */
  private static int edits(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[][] distance = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distance[i][j] = i == 0 || j == 0 ? i + j : best(distance, a, b, i, j);
      }
    }
    return distance[a.length()][b.length()];
  }

  private static int best(int[][] distance, String a, String b, int i, int j) {
    int replaced = distance[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(distance[i - 1][j], distance[i][j - 1]));
    boolean isSwap =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return isSwap ? Math.min(least, distance[i - 2][j - 2] + 1) : least;
  }
}
