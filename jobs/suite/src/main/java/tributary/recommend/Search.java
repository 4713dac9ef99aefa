package tributary.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tributary.recommend.als.ImplicitAlsParams;
import tributary.recommend.svdpp.SvdPlusPlusParams;
import tributary.recommend.tuning.ModelSettings;
import tributary.recommend.tuning.PreferenceSearch;
import tributary.recommend.tuning.RatingSearch;
import tributary.recommend.tuning.Tried;

/** What a search for parameters found, as it arrives. */
final class Search {
  /** Combinations that the summary shows of each recommender. */
  private static final int SHOWN = 3;

  private static final String CHOSEN = "is_chosen";
  private static final String MEAN_RMSE = "mean_rmse";
  private static final String NDCG = "ndcg_at_10";

  private final ModelSettings defaults;
  private final Consumer<String> progress;
  private final List<Tried> figures = new ArrayList<>();

  /**
   * @param defaults of what is not searched
   * @param progress hears how far the search is
   */
  Search(ModelSettings defaults, Consumer<String> progress) {
    this.defaults = defaults;
    this.progress = progress;
  }

  /** Takes a figure. */
  void add(Tried tried) {
    figures.add(tried);
    if (tried.metric().equals("mae") && tried.fold() > 0) {
      progress.accept("svdpp: %s of %s fits".formatted(count("mae"), RatingSearch.trials()));
    } else if (tried.recommender().equals("als") && tried.metric().equals(NDCG)) {
      progress.accept("als: %s of %s fits".formatted(count(NDCG), PreferenceSearch.trials()));
    }
  }

  private long count(String metric) {
    String recommender = metric.equals(NDCG) ? "als" : "svdpp";
    return figures.stream()
        .filter(each -> each.recommender().equals(recommender) && each.metric().equals(metric))
        .count();
  }

  /** What recommenders are fitted with: the winners, where there are any. */
  ModelSettings winners() {
    ImplicitAlsParams als = defaults.als();
    int trendDays = defaults.trendDays();
    SvdPlusPlusParams svdpp = defaults.svdpp();
    for (Tried tried : figures) {
      if (tried.metric().equals(CHOSEN) && tried.recommender().equals("als")) {
        als = ImplicitAlsParams.of(tried.parameters());
        trendDays = tried.parameters().get("trend_days").intValue();
      } else if (tried.metric().equals(CHOSEN)) {
        svdpp = SvdPlusPlusParams.of(tried.parameters());
      }
    }
    return new ModelSettings(als, trendDays, svdpp);
  }

  /** Rows of recommendations.metric. */
  List<Map<String, Object>> metrics(String runId) {
    return figures.stream().map(each -> metric(each, runId)).toList();
  }

  private Map<String, Object> metric(Tried tried, String runId) {
    boolean isChosen = tried.metric().equals(CHOSEN);
    Map<String, Object> row = new HashMap<>();
    row.put("run_id", runId);
    row.put("model_id", tried.recommender() + "-" + runId);
    row.put("scope", isChosen || tried.parameters().isEmpty() ? tried.scope() : scope(tried));
    row.put("metric_name", tried.metric());
    row.put("metric_value", tried.value());
    row.put("recommender", tried.recommender());
    row.put("note", isChosen ? sentence(tried.recommender()) : null);
    row.put("parameters", ModelParameters.json(tried.parameters()));
    row.put("fold", tried.fold() == 0 ? null : tried.fold());
    return row;
  }

  private static String scope(Tried tried) {
    String fold = tried.fold() == 0 ? "" : ", fold " + tried.fold();
    return "%s%s: %s".formatted(tried.scope(), fold, words(tried.parameters()));
  }

  private static String words(Map<String, Number> parameters) {
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(each -> each.getKey() + "=" + each.getValue())
            .collect(Collectors.joining(" "));
  }

  private String sentence(String recommender) {
    if (recommender.equals("als")) {
      return "the highest NDCG@10 of %s fits, with and without a trend"
          .formatted(PreferenceSearch.trials());
    }
    return String.format(
        Locale.ROOT,
        "the lowest mean RMSE of %d fits; on the fifth that the search did not see %.4f, against %.4f of biases alone",
        RatingSearch.trials(),
        heldOut("svdpp"),
        heldOut("bias-baseline"));
  }

  private double heldOut(String recommender) {
    return figures.stream()
        .filter(each -> each.recommender().equals(recommender) && each.fold() == 0)
        .filter(each -> each.metric().equals("rmse"))
        .mapToDouble(Tried::value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** What was chosen, in words; nothing when nothing was searched. */
  List<String> sentences() {
    return figures.stream()
        .filter(each -> each.metric().equals(CHOSEN))
        .map(each -> "%s: %s".formatted(each.recommender(), sentence(each.recommender())))
        .toList();
  }

  /** The best combinations, for the summary. */
  List<Map<String, Object>> best() {
    Comparator<Tried> byValue = Comparator.comparingDouble(Tried::value);
    List<Map<String, Object>> best = new ArrayList<>();
    best.addAll(best("svdpp", MEAN_RMSE, byValue));
    best.addAll(best("als", NDCG, byValue.reversed()));
    best.addAll(best("als-trend", NDCG, byValue.reversed()));
    return best;
  }

  private List<Map<String, Object>> best(
      String recommender, String metric, Comparator<Tried> bestFirst) {
    return figures.stream()
        .filter(each -> each.recommender().equals(recommender) && each.metric().equals(metric))
        .sorted(bestFirst)
        .limit(SHOWN)
        .map(
            each -> {
              Map<String, Object> row = new LinkedHashMap<>();
              row.put("recommender", recommender);
              row.put("metric", metric);
              row.put("value", String.format(Locale.ROOT, "%.4f", each.value()));
              row.put("parameters", words(each.parameters()));
              return row;
            })
        .toList();
  }
}
