package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.ModelNumber.Part;

/**
 * The same ranking for everybody: what other models have to beat.
 *
 * @param name what it counts
 * @param counts a number per item, such as how many customers bought it
 */
public record Popularity(String name, double[] counts) implements Keepable {
  /** By how many customers have a value above 0. */
  public static Popularity ofCustomers(String name, SparseMatrix interactions) {
    double[] counts = new double[interactions.columnCount()];
    for (int at = 0; at < interactions.size(); at++) {
      counts[interactions.column(at)] += interactions.value(at) > 0 ? 1 : 0;
    }
    return new Popularity(name, counts);
  }

  @Override
  public Map<String, Number> parameters() {
    return Map.of();
  }

  @Override
  public void keep(Consumer<ModelNumber> numbers) {
    for (int item = 0; item < counts.length; item++) {
      if (counts[item] > 0) {
        numbers.accept(new ModelNumber(Part.ITEM_BUYERS, item, ModelNumber.NONE, 0, counts[item]));
      }
    }
  }

  /** By how many customers bought it lately, times the part of all that they are. */
  public static Popularity rising(String name, Popularity recent, Popularity ever) {
    double[] counts = new double[ever.counts.length];
    Arrays.setAll(
        counts,
        item ->
            recent.counts[item] == 0
                ? 0
                : recent.counts[item] * recent.counts[item] / ever.counts[item]);
    return new Popularity(name, counts);
  }

  @Override
  public void score(int customer, double[] scores) {
    System.arraycopy(counts, 0, scores, 0, counts.length);
  }
}
