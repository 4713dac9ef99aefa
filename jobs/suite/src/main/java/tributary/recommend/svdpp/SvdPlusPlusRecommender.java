package tributary.recommend.svdpp;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tributary.recommend.matrix.Factors;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Keepable;
import tributary.recommend.ranking.ModelNumber;
import tributary.recommend.ranking.ModelNumber.Part;
import tributary.recommend.ranking.ModelNumbers;

/**
 * Ranks the items that anybody had rated by the expected rating, for customers who have rated any:
 * of others it knows nothing.
 */
public final class SvdPlusPlusRecommender implements Keepable {
  private final SvdPlusPlusModel model;
  private final SparseMatrix ratings;
  private final Map<String, Number> parameters;
  private final BitSet rated;

  private SvdPlusPlusRecommender(
      SvdPlusPlusModel model, SparseMatrix ratings, Map<String, Number> parameters, BitSet rated) {
    this.model = model;
    this.ratings = ratings;
    this.parameters = parameters;
    this.rated = rated;
  }

  /** Fits one. */
  public static SvdPlusPlusRecommender fit(SparseMatrix ratings, SvdPlusPlusParams params) {
    BitSet rated = new BitSet();
    for (int at = 0; at < ratings.size(); at++) {
      rated.set(ratings.column(at));
    }
    return new SvdPlusPlusRecommender(
        SvdPlusPlus.fit(ratings, params), ratings, params.byName(), rated);
  }

  /**
   * One that was kept. A customer whom it never saw has no bias and no factors of its own, but the
   * implicit factors of what it rated.
   *
   * @param ratings as they are now
   */
  public static SvdPlusPlusRecommender of(
      ModelNumbers numbers, SparseMatrix ratings, Map<String, Number> parameters) {
    int customers = ratings.rowCount();
    int items = ratings.columnCount();
    int rank = parameters.get("n_factors").intValue();
    double[] scale = numbers.scalars(Part.RATING, 3);
    Factors users = numbers.factors(Part.CUSTOMER_FACTOR, customers, rank);
    Factors implicit = numbers.factors(Part.IMPLICIT_ITEM_FACTOR, items, rank);
    SvdPlusPlusModel model =
        new SvdPlusPlusModel(
            scale[0],
            scale[1],
            scale[2],
            numbers.vector(Part.CUSTOMER_BIAS, customers),
            numbers.vector(Part.ITEM_BIAS, items),
            users,
            numbers.factors(Part.ITEM_FACTOR, items, rank),
            implicit,
            SvdPlusPlusModel.taste(ratings, users, implicit));
    return new SvdPlusPlusRecommender(model, ratings, parameters, numbers.entities(Part.ITEM_BIAS));
  }

  /** What expects the ratings. */
  public RatingModel model() {
    return model;
  }

  @Override
  public Map<String, Number> parameters() {
    return parameters;
  }

  @Override
  public void keep(Consumer<ModelNumber> numbers) {
    double[] scale = {model.mean(), model.lowest(), model.highest()};
    keep(Part.RATING, ModelNumber.NONE, scale, 0, scale.length, numbers);
    int rank = model.items().rank();
    for (int user = 0; user < ratings.rowCount(); user++) {
      if (ratings.size(user) > 0) {
        keep(Part.CUSTOMER_BIAS, user, model.userBiases(), user, 1, numbers);
        keep(Part.CUSTOMER_FACTOR, user, model.users().values(), user * rank, rank, numbers);
      }
    }
    for (int item = rated.nextSetBit(0); item >= 0; item = rated.nextSetBit(item + 1)) {
      keep(Part.ITEM_BIAS, item, model.itemBiases(), item, 1, numbers);
      keep(Part.ITEM_FACTOR, item, model.items().values(), item * rank, rank, numbers);
      keep(Part.IMPLICIT_ITEM_FACTOR, item, model.implicit().values(), item * rank, rank, numbers);
    }
  }

  private static void keep(
      Part part, int entity, double[] values, int from, int count, Consumer<ModelNumber> numbers) {
    for (int position = 0; position < count; position++) {
      numbers.accept(
          new ModelNumber(part, entity, ModelNumber.NONE, position, values[from + position]));
    }
  }

  @Override
  public String name() {
    return "svdpp";
  }

  @Override
  public void score(int customer, double[] scores) {
    if (ratings.size(customer) == 0) {
      Arrays.fill(scores, 0);
      return;
    }
    model.score(customer, scores);
    for (int item = rated.nextClearBit(0);
        item < scores.length;
        item = rated.nextClearBit(item + 1)) {
      scores[item] = 0;
    }
  }

  /** The purchases without whose implicit factors the scores were lowest. */
  @Override
  public List<Optional<Because>> because(int customer, int[] items) {
    return Arrays.stream(items).mapToObj(item -> because(customer, item)).toList();
  }

  private Optional<Because> because(int customer, int item) {
    if (!rated.get(item)) {
      return Optional.empty();
    }
    int count = ratings.size(customer);
    double sum = 0;
    double largest = 0;
    int strongest = -1;
    for (int at = ratings.start(customer); at < ratings.end(customer); at++) {
      int other = ratings.column(at);
      double added = model.items().dot(item, model.implicit(), other);
      sum += added;
      if (added > largest) {
        largest = added;
        strongest = other;
      }
    }
    // One purchase less changes the sum and what it is divided by.
    double without = count > 1 ? (sum - largest) / Math.sqrt(count - 1) : 0;
    double most = sum / Math.sqrt(Math.max(1, count)) - without;
    return strongest < 0 || most <= 0
        ? Optional.empty()
        : Optional.of(new Because(strongest, model.score(customer, item) - most));
  }
}
