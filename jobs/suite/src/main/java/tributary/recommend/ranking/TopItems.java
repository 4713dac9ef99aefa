package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The best items by score. */
public final class TopItems {
  private TopItems() {}

  /**
   * The items with the highest scores, best first; equal scores in the order of items.
   *
   * @param scores a score per item
   * @param count how many at most
   * @param isCandidate which items may be among them; asked only of those that would be
   */
  public static int[] of(double[] scores, int count, IntPredicate isCandidate) {
    if (count < 1) {
      throw new IllegalArgumentException("Invalid count: " + count);
    }
    int[] best = new int[count];
    double[] bestScores = new double[count];
    int found = 0;
    for (int item = 0; item < scores.length; item++) {
      double score = scores[item];
      if ((found == count && !(score > bestScores[count - 1])) || !isCandidate.test(item)) {
        continue;
      }
      int place = found < count ? found++ : count - 1;
      while (place > 0 && bestScores[place - 1] < score) {
        best[place] = best[place - 1];
        bestScores[place] = bestScores[place - 1];
        place--;
      }
      best[place] = item;
      bestScores[place] = score;
    }
    return Arrays.copyOf(best, found);
  }
}
