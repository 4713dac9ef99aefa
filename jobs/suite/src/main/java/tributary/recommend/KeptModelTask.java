package tributary.recommend;

import java.util.stream.StreamSupport;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.recommend.ranking.Keepable;
import tributary.recommend.ranking.ModelNumbers;
import tributary.recommend.ranking.Popularity;

/**
 * From all purchases and the numbers of a model that was kept to everybody's products: nothing is
 * fitted, and nothing is judged, for the model knows what it would be judged by.
 */
final class KeptModelTask implements MapPartitionFunction<Row, Row> {
  private static final long serialVersionUID = 1L;

  private final KeptModel model;
  private final int perCustomer;

  KeptModelTask(KeptModel model, int perCustomer) {
    this.model = model;
    this.perCustomer = perCustomer;
  }

  @Override
  public void mapPartition(Iterable<Row> rows, Collector<Row> collector) {
    ModelNumbers numbers = new ModelNumbers();
    Purchases purchases =
        Purchases.of(
            () ->
                StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> !ModelRows.addIfNumber(row, numbers))
                    .iterator());
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    Results results = new Results(collector);
    Keepable winner = model.recommender(numbers, purchases.now(), purchases.products());
    Popularity popular =
        Contestants.popular(purchases.now()).stream()
            .filter(each -> each.name().equals(model.fillsUpWith()))
            .findFirst()
            .orElseThrow();
    String note =
        "as asked for; model %s, which run %s fitted".formatted(model.modelId(), model.runId());
    results.figure(winner.name(), "is_published", 1, null, note);
    new ModelRows(results, purchases.now(), popular.name()).keep(popular);
    new CustomerLists(winner, popular, purchases.now().weights(), perCustomer)
        .forEach(results::product);
  }
}
