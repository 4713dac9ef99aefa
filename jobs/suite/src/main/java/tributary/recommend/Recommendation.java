package tributary.recommend;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.flink.api.common.functions.MapPartitionFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.runtime.typeutils.ExternalTypeInfo;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import tributary.config.RecommendSettings;
import tributary.publish.Draft;
import tributary.recommend.tuning.ModelSettings;
import tributary.script.BoundLibrary;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.SqlSession;

/**
 * Products for every customer, by the recommender that best foretold what customers bought in the
 * last days; and how good each of them was.
 */
public final class Recommendation {
  private static final String METRIC = "recommendations.metric";
  private static final String OUTCOME = "recommendations.outcome";
  private static final String SIMILAR = "recommendations.similar_products";

  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of(
          "recommendations.product_popularity",
          "recommendations.segment_popularity",
          SIMILAR,
          "recommendations.customer_product",
          "recommendations.exclusion",
          METRIC,
          OUTCOME,
          Registry.MODELS,
          Registry.NUMBERS);

  /** Those in which rows of earlier runs may stay. */
  private static final List<String> HISTORY =
      List.of(METRIC, OUTCOME, Registry.MODELS, Registry.NUMBERS, SIMILAR);

  /** What models are fitted to. */
  private static final List<String> INPUTS =
      List.of("curated.customers", "curated.products", "curated.sales");

  private final Draft draft;
  private final RecommendSettings settings;
  private final Optional<KeptModel> kept;
  private final Search search;

  /** The day of the last sale to a known customer: what is recent, is recent as of then. */
  private final Optional<LocalDate> lastSale;

  private final Map<String, Object> values;

  private Recommendation(
      Draft draft, RecommendSettings settings, Optional<KeptModel> kept, Search search) {
    this.draft = draft;
    this.settings = settings;
    this.kept = kept;
    this.search = search;
    this.lastSale =
        draft.latest("curated.customers", "last_purchase_at").map(LocalDateTime::toLocalDate);
    this.values = values();
  }

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
    Optional<KeptModel> kept = settings.fitting().model().map(registry::find);
    Search search = new Search(ModelSettings.defaults(settings.seed()), progress);
    new Recommendation(draft, settings, kept, search).run(workDirectory);
    draft.append(METRIC, search.metrics(draft.id()));
    registry.forget(settings.fitting().keepModels(), kept.map(KeptModel::runId).orElse(""));
    draft.compare("recommendations.customer_product", Condition.ALL, Condition.ALL);
    return new Recommended(judgement(draft), search.sentences(), search.best());
  }

  private static Optional<String> judgement(Draft draft) {
    return draft.rows(METRIC).stream()
        .filter(row -> draft.id().equals(row.get("run_id")))
        .filter(row -> row.get("metric_name").equals("is_published"))
        .map(row -> (String) row.get("note"))
        .findFirst();
  }

  private Map<String, Object> values() {
    Map<String, Object> all = new HashMap<>();
    all.put("test_days", settings.testDays());
    all.put("last_date", afterLastSale(0));
    all.put("as_of", afterLastSale(1));
    all.put("known_until", afterLastSale(0));
    all.put("trend_days", Contestants.TREND_DAYS);
    all.put("group_days", Contestants.GROUP_DAYS);
    all.put("run_id", draft.id());
    all.put("withdrawn_after_days", settings.offer().withdrawnAfterDays());
    all.put("returned_within_days", settings.offer().returnedWithinDays());
    List<String> repeatable = settings.offer().repeatable();
    // SQL knows no empty list; no product has an empty code.
    all.put("repeatable", repeatable.isEmpty() ? List.of("") : repeatable);
    all.put("model_id", kept.map(KeptModel::modelId).orElse(""));
    all.put("model_run", kept.map(KeptModel::runId).orElse(""));
    all.put("model_recommender", kept.map(KeptModel::recommender).orElse(""));
    Map<String, Long> inputs = new TreeMap<>();
    INPUTS.forEach(table -> inputs.put(table, draft.snapshotOf(table)));
    all.put("input_snapshots", ModelParameters.json(inputs));
    return all;
  }

  /** The day so many days after the last sale to a known customer; null where there is none. */
  private Object afterLastSale(int days) {
    return lastSale
        .<Object>map(day -> day.plusDays(days))
        .orElse(new Fragment("CAST(NULL AS DATE)"));
  }

  private void run(String workDirectory) {
    TABLES.stream().filter(table -> !HISTORY.contains(table)).forEach(draft::clear);
    SqlSession session = draft.batch();
    session.computeOnce("bought_products", library().view("bought_products"));
    session.run(
        "popularity",
        script("product_popularity"),
        script("segment_popularity"),
        script("exclusion"));
    if (kept.isPresent()) {
      recommendBy(session, kept.get());
      return;
    }
    if (settings.fitting().isTuning()) {
      search(session);
    }
    fit(session, workDirectory);
  }

  /** By a kept model; similar products stay as they are, but for those that are gone. */
  private void recommendBy(SqlSession session, KeptModel model) {
    draft.clear(SIMILAR);
    KeptModelTask task = new KeptModelTask(model, settings.perCustomer());
    results(session, "purchases_and_numbers", task, Results.TYPE, "recommended");
    session.run(
        "recommend",
        script("customer_product"),
        script("kept_similar_products"),
        script("metric"),
        script("outcome"),
        script("trained_model"));
  }

  /** Searches by what was known before the days that recommenders are compared by. */
  private void search(SqlSession session) {
    values.put("known_until", afterLastSale(-settings.testDays()));
    SearchTask task = new SearchTask(ModelSettings.defaults(settings.seed()));
    results(session, "purchases", task, SearchTask.FIGURE, "searched");
    values.put("known_until", afterLastSale(0));
    session.query("search", script("searched"), row -> search.add(SearchTask.tried(row)));
  }

  /** By the best of those that are fitted now. */
  private void fit(SqlSession session, String workDirectory) {
    draft.clear(SIMILAR);
    RecommendationTask task = new RecommendationTask(settings, search.winners());
    results(session, "purchases", task, Results.TYPE, "recommended");
    try (SwingJob swing = new SwingJob(draft, workDirectory)) {
      values.putAll(swing.values());
      session.run(
          "recommend",
          script("customer_product"),
          script("similar_products"),
          script("thinned_purchases"),
          script("metric"),
          script("outcome"),
          script("trained_model"),
          script("model_factor"));
      swing.run(Contestants.NEIGHBOURS);
    }
  }

  /** What one task makes of all rows of a view, computed once for all who read it. */
  private void results(
      SqlSession session,
      String view,
      MapPartitionFunction<Row, Row> task,
      DataType type,
      String name) {
    StreamTableEnvironment tables = session.tables();
    DataStream<Row> rows = session.from(library().view(view), tables::toDataStream);
    DataStream<Row> results =
        rows.map(row -> row)
            .returns(rows.getType())
            .setParallelism(1)
            .fullWindowPartition()
            .mapPartition(task)
            .returns(ExternalTypeInfo.<Row>of(type));
    session.define(name, tables.fromDataStream(results));
  }

  private Script script(String name) {
    return library().script("recommendations/" + name);
  }

  private BoundLibrary library() {
    return draft.library().bind(values);
  }
}
