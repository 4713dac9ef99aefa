package tributary.recommend;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import tributary.recommend.matrix.SparseMatrix;
import tributary.recommend.ranking.Keepable;
import tributary.recommend.ranking.ModelNumber;
import tributary.recommend.ranking.ModelNumber.Part;
import tributary.recommend.ranking.ModelNumbers;
import tributary.recommend.ranking.RankingQuality;
import tributary.recommend.ranking.Recommender;

/**
 * What is kept of fitted models, as rows of a task. Numbers begin at 1.
 *
 * @param results takes the rows
 * @param customers whom models learnt from
 * @param products that these had bought
 * @param pairs of a customer and a product
 * @param fillsUpWith what fills up lists
 */
record ModelRows(Results results, int customers, int products, int pairs, String fillsUpWith) {
  /** Of a model. */
  static final DataType MODEL =
      DataTypes.ROW(
          DataTypes.FIELD("parameters", DataTypes.STRING()),
          DataTypes.FIELD("seed", DataTypes.BIGINT()),
          DataTypes.FIELD("customers", DataTypes.INT()),
          DataTypes.FIELD("products", DataTypes.INT()),
          DataTypes.FIELD("pairs", DataTypes.INT()),
          DataTypes.FIELD("is_published", DataTypes.BOOLEAN()),
          DataTypes.FIELD("is_kept", DataTypes.BOOLEAN()),
          DataTypes.FIELD("fills_up_with", DataTypes.STRING()),
          DataTypes.FIELD("ndcg_at_10", DataTypes.DOUBLE()),
          DataTypes.FIELD("recall_at_10", DataTypes.DOUBLE()));

  /** Of a row that is read: part, other product, position and value. */
  private static final int FIELDS_OF_NUMBER = 4;

  /** One of a model's numbers. */
  static final DataType NUMBER =
      DataTypes.ROW(
          DataTypes.FIELD("part", DataTypes.STRING()),
          DataTypes.FIELD("customer_number", DataTypes.INT()),
          DataTypes.FIELD("product_number", DataTypes.INT()),
          DataTypes.FIELD("other_number", DataTypes.INT()),
          DataTypes.FIELD("factor_number", DataTypes.INT()),
          DataTypes.FIELD("factor_value", DataTypes.DOUBLE()));

  /** Of models that were fitted to some weights. */
  static ModelRows of(Results results, SparseMatrix fitted, String fillsUpWith) {
    return new ModelRows(
        results, buyers(fitted), buyers(fitted.transpose()), fitted.size(), fillsUpWith);
  }

  /**
   * Keeps all models, and the numbers of the one that is published, if it has any.
   *
   * @param models fitted to all that is known now
   * @param contest how good they were before
   */
  void keep(Stream<Recommender> models, Contest contest, Recommender published) {
    int numbers = published instanceof Keepable keepable ? keepNumbers(keepable) : 0;
    models.forEach(
        model -> {
          boolean isPublished = model == published;
          keep(model, contest.of(model.name()), isPublished, isPublished && numbers > 0);
        });
  }

  private int keepNumbers(Keepable model) {
    AtomicInteger count = new AtomicInteger();
    model.keep(
        number -> {
          results.number(model.name(), row(number));
          count.incrementAndGet();
        });
    return count.get();
  }

  /** Keeps a model that was not judged, without its numbers. */
  void keep(Recommender model) {
    keep(model, Optional.empty(), false, false);
  }

  private void keep(
      Recommender model, Optional<RankingQuality> quality, boolean isPublished, boolean isKept) {
    Map<String, Number> parameters =
        model instanceof Keepable keepable ? keepable.parameters() : Map.of();
    Number seed = parameters.get("seed");
    Row row =
        Row.of(
            ModelParameters.json(parameters),
            seed == null ? null : seed.longValue(),
            customers,
            products,
            pairs,
            isPublished,
            isKept,
            fillsUpWith,
            quality.map(each -> RankingQuality.mean(each.ndcg())).orElse(null),
            quality.map(each -> RankingQuality.mean(each.recall())).orElse(null));
    results.model(model.name(), row);
  }

  private static int buyers(SparseMatrix matrix) {
    int count = 0;
    for (int row = 0; row < matrix.rowCount(); row++) {
      count += matrix.size(row) > 0 ? 1 : 0;
    }
    return count;
  }

  private static Row row(ModelNumber number) {
    Integer entity = orNull(number.entity());
    boolean isOfCustomers = number.part().isOfCustomers();
    return Row.of(
        number.part().name().toLowerCase(Locale.ROOT),
        isOfCustomers ? entity : null,
        isOfCustomers ? null : entity,
        orNull(number.other()),
        number.position() + 1,
        number.value());
  }

  private static Integer orNull(int number) {
    return number == ModelNumber.NONE ? null : (Integer) (number + 1);
  }

  /**
   * Adds a row of the view {@code purchases_and_numbers} to the numbers of a model, if it is one:
   * its last fields then say which; its first ones are those of a purchase.
   */
  static boolean addIfNumber(Row row, ModelNumbers numbers) {
    int from = row.getArity() - FIELDS_OF_NUMBER;
    String name = row.getFieldAs(from);
    if (name == null) {
      return false;
    }
    Part part = Part.valueOf(name.toUpperCase(Locale.ROOT));
    int customer = row.<Integer>getFieldAs(0) - 1;
    int product = row.<Integer>getFieldAs(1) - 1;
    numbers.add(
        new ModelNumber(
            part,
            part.isOfCustomers() ? customer : product,
            row.<Integer>getFieldAs(from + 1) - 1,
            row.<Integer>getFieldAs(from + 2) - 1,
            row.<Double>getFieldAs(from + 3)));
    return true;
  }
}
