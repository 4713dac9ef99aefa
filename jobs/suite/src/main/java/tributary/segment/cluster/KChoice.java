package tributary.segment.cluster;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * The number of clusters, chosen among candidates, and why. The rule:
 *
 * <ol>
 *   <li>Of each k the seed with the lowest within-cluster sum of squares speaks (of equal ones the
 *       lowest seed); those with a problem are left out. A worse optimum never speaks for its k,
 *       though its smallest cluster might be larger.
 *   <li>A k qualifies when it has a silhouette and its smallest cluster holds a minimum share of
 *       the points: a smaller one is a handful of outliers, on which nobody acts.
 *   <li>Of these the highest mean silhouette wins (Rousseeuw 1987), except that among all within
 *       {@link #NEAR_TIE} of it the largest k is taken. On real customers widths have a standard
 *       deviation of 0.17 to 0.18, so that of a thousand points the mean is known to about 0.01
 *       (two standard errors): such a difference is no evidence for the coarser partition. At equal
 *       separation the finer one tells more, and two segments are easily treated alike, while one
 *       cannot be told apart. Each is compared with the highest, not with its neighbour, so a slow
 *       decline does not add up.
 * </ol>
 *
 * The silhouette decides alone, for the other indices answer other questions: the sum of squares
 * falls with every k, and Calinski-Harabasz and Davies-Bouldin assume round clusters of like size.
 * When no k qualifies nothing is chosen, and the sentence names the nearest miss.
 *
 * @param chosen the candidate that won, if any qualified
 * @param bestPerK for each k that has one, the candidate that spoke for it, by k
 * @param sentence the choice and its reason, for an analyst
 */
public record KChoice(Optional<Trial> chosen, List<Trial> bestPerK, String sentence) {
  /** The smallest cluster's least share, unless it is set. */
  public static final double DEFAULT_SMALLEST_SHARE = 0.01;

  /** Silhouettes that differ by at most this much are held equal. */
  public static final double NEAR_TIE = 0.01;

  private static final double ROUNDING = 1e-12;
  private static final Comparator<Trial> BY_K = Comparator.comparingInt(Trial::k);

  public KChoice {
    bestPerK = List.copyOf(bestPerK);
  }

  /**
   * Chooses by the rule above.
   *
   * @param trials of any number of k and seeds, in any order, all judged by one form of silhouette
   * @param smallestShare the share of points that the smallest cluster must hold, 0 to 1
   */
  public static KChoice among(List<Trial> trials, double smallestShare) {
    requireOneForm(trials);
    if (!(smallestShare >= 0 && smallestShare <= 1)) {
      throw new IllegalArgumentException("Invalid smallest share: " + smallestShare);
    }
    List<Trial> bestPerK = bestPerK(trials);
    List<Trial> qualified =
        bestPerK.stream()
            .filter(each -> each.silhouette().isPresent())
            .filter(each -> each.smallestShare() >= smallestShare)
            .sorted(Comparator.comparingDouble(Trial::separation).reversed().thenComparing(BY_K))
            .toList();
    Optional<Trial> chosen =
        qualified.stream().filter(each -> isNear(each, qualified.get(0))).max(BY_K);
    KSentence sentence = new KSentence(trials, bestPerK, smallestShare);
    return new KChoice(
        chosen,
        bestPerK,
        chosen.map(each -> sentence.of(each, qualified)).orElseGet(sentence::ofNone));
  }

  private static boolean isNear(Trial trial, Trial highest) {
    return highest.separation() - trial.separation() <= NEAR_TIE + ROUNDING;
  }

  private static List<Trial> bestPerK(List<Trial> trials) {
    BinaryOperator<Trial> better =
        BinaryOperator.minBy(
            Comparator.comparingDouble(Trial::wcss).thenComparingLong(Trial::seed));
    TreeMap<Integer, Trial> best = new TreeMap<>();
    trials.stream()
        .filter(each -> each.problem().isEmpty())
        .forEach(each -> best.merge(each.k(), each, better));
    return List.copyOf(best.values());
  }

  private static void requireOneForm(List<Trial> trials) {
    List<SilhouetteForm> forms =
        trials.stream()
            .flatMap(each -> each.quality().stream())
            .map(ClusterQuality::form)
            .distinct()
            .toList();
    if (forms.size() > 1) {
      throw new IllegalArgumentException("Cannot compare different silhouettes: " + forms);
    }
  }
}
