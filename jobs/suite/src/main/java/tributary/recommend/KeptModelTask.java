package tributary.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.types.Row;
import org.apache.flink.util.Collector;
import tributary.recommend.ranking.ModelNumbers;
import tributary.recommend.ranking.Recommender;

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
        PurchaseRows.read(
            () ->
                StreamSupport.stream(rows.spliterator(), false)
                    .filter(row -> !ModelRows.addIfNumber(row, numbers))
                    .iterator());
    if (purchases.customers() == 0 || purchases.products() == 0) {
      return;
    }
    Results results = new Results(collector);
    Recommender winner = model.recommender(numbers, purchases.now(), purchases.products());
    String note =
        "as asked for; model %s, which run %s fitted".formatted(model.modelId(), model.runId());
    results.figure(winner.name(), "is_published", 1, note);
    List<Recommender> fillers = fillers(purchases.now());
    ModelRows models = ModelRows.of(results, purchases.now().weights(), model.fillsUpWith());
    fillers.forEach(models::keep);
    List<Recommender> inTurn = new ArrayList<>(List.of(winner));
    inTurn.addAll(fillers);
    new CustomerLists(inTurn, purchases.now().weights(), purchases.exclusions(), perCustomer)
        .forEach(results::product);
  }

  /** What fills up the lists that the model leaves short, counted anew; never the model itself. */
  private List<Recommender> fillers(Purchases.View view) {
    return Contestants.popular(view).stream()
        .filter(each -> !each.name().equals(model.recommender()))
        .filter(
            each ->
                each.name().equals(model.fillsUpWith())
                    || each.name().equals(Contestants.POPULARITY))
        // Popularity ever, which is first of all, fills up what is left in the end.
        .sorted(Comparator.comparing(each -> each.name().equals(Contestants.POPULARITY)))
        .toList();
  }
}
