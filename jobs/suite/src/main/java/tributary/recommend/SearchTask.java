package tributary.recommend;

import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.recommend.tuning.ModelSettings;
import tributary.recommend.tuning.PreferenceSearch;
import tributary.recommend.tuning.RatingSearch;
import tributary.recommend.tuning.Tried;

/**
 * Searches the parameters of recommenders by purchases that end where the days begin by which
 * recommenders are compared: nothing of those days decides. One task that holds the purchases in
 * memory, on all cores of its machine.
 */
final class SearchTask implements MapPartitionFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  /** A figure of a combination of parameters, as {@link Tried}. */
  static final DataType FIGURE =
      DataTypes.ROW(
          DataTypes.FIELD("recommender", DataTypes.STRING()),
          DataTypes.FIELD("parameters", DataTypes.STRING()),
          DataTypes.FIELD("fold", DataTypes.INT()),
          DataTypes.FIELD("scope", DataTypes.STRING()),
          DataTypes.FIELD("metric_name", DataTypes.STRING()),
          DataTypes.FIELD("metric_value", DataTypes.DOUBLE()));

  private final ModelSettings defaults;

  SearchTask(ModelSettings defaults) {
    this.defaults = defaults;
  }

  @Override
  public void mapPartition(Iterable<Row> rows, Collector<Row> figures) {
    Purchases purchases = PurchaseRows.read(rows);
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    PreferenceSearch.search(
        purchases.newProducts(),
        days -> purchases.known().popularity("lately", days),
        defaults,
        each -> figures.collect(row(each)));
    RatingSearch.search(
        purchases.now().ratings(), defaults.svdpp().seed(), each -> figures.collect(row(each)));
  }

  private static Row row(Tried tried) {
    return Row.of(
        tried.recommender(),
        ModelParameters.json(tried.parameters()),
        tried.fold(),
        tried.scope(),
        tried.metric(),
        tried.value());
  }

  /** A row as it arrives from the task. */
  static Tried tried(Row row) {
    return new Tried(
        row.getFieldAs(0),
        ModelParameters.of(row.getFieldAs(1)),
        row.<Integer>getFieldAs(2),
        row.getFieldAs(3),
        row.getFieldAs(4),
        row.<Double>getFieldAs(5));
  }
}
