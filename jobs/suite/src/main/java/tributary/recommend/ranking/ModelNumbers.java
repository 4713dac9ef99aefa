package tributary.recommend.ranking;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;
import tributary.recommend.matrix.Factors;
import tributary.recommend.ranking.ModelNumber.Part;

/**
 * All numbers of a model that was kept, in any order. What was not kept is 0: the model does not
 * know it.
 */
public final class ModelNumbers {
  private final Map<Part, Numbers> parts = new EnumMap<>(Part.class);

  /** Numbers of one part, in flat arrays: a model may have millions. */
  private static final class Numbers {
    private int[] entities = new int[1024];
    private int[] others = new int[1024];
    private int[] positions = new int[1024];
    private double[] values = new double[1024];
    private int count;

    private void add(ModelNumber number) {
      if (count == values.length) {
        entities = Arrays.copyOf(entities, 2 * count);
        others = Arrays.copyOf(others, 2 * count);
        positions = Arrays.copyOf(positions, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      entities[count] = number.entity();
      others[count] = number.other();
      positions[count] = number.position();
      values[count++] = number.value();
    }
  }

  /** Adds one. */
  public void add(ModelNumber number) {
    parts.computeIfAbsent(number.part(), part -> new Numbers()).add(number);
  }

  /** A part that has one number for each customer or item. */
  public double[] vector(Part part, int count) {
    return factors(part, count, 1).values();
  }

  /** A part that has a vector for each customer or item. */
  public Factors factors(Part part, int count, int rank) {
    Factors factors = Factors.zero(count, rank);
    Numbers numbers = of(part);
    for (int i = 0; i < numbers.count; i++) {
      factors.values()[numbers.entities[i] * rank + numbers.positions[i]] = numbers.values[i];
    }
    return factors;
  }

  /** The numbers of the model as a whole. */
  public double[] scalars(Part part, int count) {
    double[] scalars = new double[count];
    Numbers numbers = of(part);
    for (int i = 0; i < numbers.count; i++) {
      scalars[numbers.positions[i]] = numbers.values[i];
    }
    return scalars;
  }

  /** Which customers or items a part has. */
  public BitSet entities(Part part) {
    BitSet entities = new BitSet();
    Numbers numbers = of(part);
    for (int i = 0; i < numbers.count; i++) {
      entities.set(numbers.entities[i]);
    }
    return entities;
  }

  /** Each item's neighbours, by their positions. */
  Neighbours neighbours(Part part, int count) {
    Numbers numbers = of(part);
    int[] sizes = new int[count];
    for (int i = 0; i < numbers.count; i++) {
      sizes[numbers.entities[i]] = Math.max(sizes[numbers.entities[i]], numbers.positions[i] + 1);
    }
    int[][] items = new int[count][];
    double[][] scores = new double[count][];
    for (int item = 0; item < count; item++) {
      items[item] = new int[sizes[item]];
      scores[item] = new double[sizes[item]];
    }
    for (int i = 0; i < numbers.count; i++) {
      items[numbers.entities[i]][numbers.positions[i]] = numbers.others[i];
      scores[numbers.entities[i]][numbers.positions[i]] = numbers.values[i];
    }
    closeGaps(items, scores);
    return new Neighbours(items, scores);
  }

  /** A neighbour that is gone has left a place without a score, which is above 0 of all others. */
  private static void closeGaps(int[][] items, double[][] scores) {
    for (int item = 0; item < items.length; item++) {
      int[] others = items[item];
      double[] all = scores[item];
      int[] there = IntStream.range(0, all.length).filter(n -> all[n] > 0).toArray();
      items[item] = Arrays.stream(there).map(n -> others[n]).toArray();
      scores[item] = Arrays.stream(there).mapToDouble(n -> all[n]).toArray();
    }
  }

  private Numbers of(Part part) {
    return parts.getOrDefault(part, new Numbers());
  }
}
