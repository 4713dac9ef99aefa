package tributary.recommend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.runtime.typeutils.ExternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import tributary.config.RecommendSettings;
import tributary.publish.Draft;
import tributary.recommend.tuning.ModelSettings;
import tributary.script.Script;
import tributary.script.SqlSession;

/**
 * Products for every customer, by the recommender that best foretold what customers bought in the
 * last days; and how good each of them was.
 */
public final class Recommendation {
  private static final String METRIC = "recommendations.metric";
  private static final String SIMILAR = "recommendations.similar_products";

  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "recommendations.product_popularity",
          SIMILAR,
          "recommendations.customer_product",
          METRIC,
          Registry.MODELS,
          Registry.NUMBERS);

  /** Those in which the rows of earlier runs may stay. */
  private static final List<String> HISTORY =
      List.of(METRIC, Registry.MODELS, Registry.NUMBERS, SIMILAR);

  /** What models are fitted to. */
  private static final List<String> INPUTS =
      List.of("curated.customers", "curated.products", "curated.sales");

  private Recommendation() {}

  /**
   * Writes its tables anew from the run's sales, products and customers; the figures and models of
   * earlier runs are kept.
   *
   * @param workDirectory for what jobs hand to each other; a cluster must share it
   * @param progress hears how far a search for parameters is
   */
  public static Recommended recommend(
      Draft draft, RecommendSettings settings, String workDirectory, Consumer<String> progress) {
    Registry registry = new Registry(draft);
    Optional<KeptModel> kept = settings.model().map(registry::find);
    Map<String, Object> values = values(draft, settings, kept);
    Search search = new Search(ModelSettings.defaults(settings.seed()), progress);
    TABLES.stream().filter(table -> !HISTORY.contains(table)).forEach(draft::clear);
    draft.batch().run("popularity", script(draft, "product_popularity", values));
    draft.batch().define(script(draft, "numbers", values));
    if (kept.isPresent()) {
      recommendBy(kept.get(), draft, values, settings);
    } else {
      fit(draft, values, settings, workDirectory, search);
    }
    draft.append(METRIC, search.metrics(draft.id()));
    registry.forget(settings.keepModels(), kept.map(KeptModel::runId).orElse(""));
    draft.compare("recommendations.customer_product", "TRUE", "TRUE");
    return new Recommended(judgement(draft), search.sentences(), search.best());
  }

  /** By a kept model; similar products stay as they are. */
  private static void recommendBy(
      KeptModel model, Draft draft, Map<String, Object> values, RecommendSettings settings) {
    SqlSession session = draft.batch();
    session.define(script(draft, "purchases", values));
    session.define(script(draft, "purchases_and_numbers", values));
    KeptModelTask task = new KeptModelTask(model, settings.perCustomer());
    results(session, "purchases_and_numbers", task, Results.TYPE, "recommended");
    session.run(
        "recommend",
        script(draft, "customer_product", values),
        script(draft, "metric", values),
        script(draft, "trained_model", values));
  }

  /** By the best of those that are fitted now. */
  private static void fit(
      Draft draft,
      Map<String, Object> values,
      RecommendSettings settings,
      String workDirectory,
      Search search) {
    SqlSession session = draft.batch();
    if (settings.isTuning()) {
      search(draft, values, settings, search);
    }
    draft.clear(SIMILAR);
    session.define(script(draft, "purchases", values));
    RecommendationTask task = new RecommendationTask(settings, search.winners());
    results(session, "purchases", task, Results.TYPE, "recommended");
    try (SwingJob swing = new SwingJob(draft, workDirectory)) {
      session.define(script(draft, "thinned_purchases", swing.values()));
      session.run(
          "recommend",
          script(draft, "customer_product", values),
          script(draft, "similar_products", values),
          script(draft, "metric", values),
          script(draft, "trained_model", values),
          script(draft, "model_factor", values));
      swing.run(Contestants.NEIGHBOURS);
    }
  }

  private static Map<String, Object> values(
      Draft draft, RecommendSettings settings, Optional<KeptModel> kept) {
    Map<String, Object> values = new HashMap<>();
    values.put("test_days", settings.testDays());
    values.put("skipped_days", 0);
    values.put("run_id", draft.id());
    values.put("model_id", kept.map(KeptModel::modelId).orElse(""));
    values.put("model_run", kept.map(KeptModel::runId).orElse(""));
    values.put("model_recommender", kept.map(KeptModel::recommender).orElse(""));
    Map<String, Long> inputs = new TreeMap<>();
    INPUTS.forEach(table -> inputs.put(table, draft.snapshotOf(table)));
    values.put("input_snapshots", ModelParameters.json(inputs));
    return values;
  }

  /** Searches by what was known before the days that recommenders are compared by. */
  private static void search(
      Draft draft, Map<String, Object> values, RecommendSettings settings, Search search) {
    SqlSession session = draft.batch();
    Map<String, Object> earlier = new HashMap<>(values);
    earlier.put("skipped_days", settings.testDays());
    session.define(script(draft, "purchases", earlier));
    SearchTask task = new SearchTask(ModelSettings.defaults(settings.seed()));
    results(session, "purchases", task, SearchTask.FIGURE, "searched");
    session.query(
        "search", script(draft, "searched", values), row -> search.add(SearchTask.tried(row)));
    session.tables().dropTemporaryView("purchases");
  }

  private static Optional<String> judgement(Draft draft) {
    return draft.rows(METRIC).stream()
        .filter(row -> draft.id().equals(row.get("run_id")))
        .filter(row -> row.get("metric_name").equals("is_published"))
        .map(row -> (String) row.get("note"))
        .findFirst();
  }

  /** What one task makes of all rows of a view, computed once for all who read it. */
  private static void results(
      SqlSession session,
      String view,
      MapPartitionFunction<Row, Row> task,
      DataType type,
      String name) {
    StreamTableEnvironment tables = session.tables();
    DataStream<Row> rows = tables.toDataStream(tables.from(view));
    DataStream<Row> results =
        rows.map(row -> row)
            .returns(rows.getType())
            .setParallelism(1)
            .fullWindowPartition()
            .mapPartition(task)
            .returns(ExternalTypeInfo.<Row>of(type));
    Table table = tables.fromDataStream(results);
    tables.dropTemporaryView(name);
    tables.createTemporaryView(name, table);
  }

  private static Script script(Draft draft, String name, Map<String, ?> values) {
    return draft.library().script("recommendations/" + name + ".sql").bind(values);
  }
}
