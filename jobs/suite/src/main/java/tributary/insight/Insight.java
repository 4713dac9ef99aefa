package tributary.insight;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import tributary.publish.Draft;
import tributary.script.BoundLibrary;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.SqlSession;

/**
 * Business figures of all history, and a profile of the curated columns: everything in one job, in
 * which the sales are read once for all figures.
 */
public final class Insight {
  private static final String PROFILE = "ops.column_profile";
  private static final String SEGMENTED = "marts.rfm";

  /** Tables that each run makes anew. */
  private static final List<String> MARTS =
      List.of(
          "marts.revenue_daily",
          "marts.revenue_monthly",
          "marts.revenue_summary",
          "marts.product_performance",
          "marts.category_sales",
          "marts.category_monthly",
          "marts.subcategory_performance",
          "marts.store_performance",
          "marts.customer_summary",
          "marts.customer_monthly",
          "marts.kpi_monthly",
          "marts.cohort_retention",
          SEGMENTED,
          "marts.basket_pairs");

  /** The tables it writes. */
  public static final List<String> TABLES =
      Stream.concat(MARTS.stream(), Stream.of(PROFILE)).toList();

  /** Profiled tables, by the view of their columns. */
  private static final Map<String, String> PROFILED =
      Map.of("profiled_sales", "curated.sales", "profiled_customers", "curated.customers");

  /** A pair of products is in one of this many orders, at least. */
  private static final int ORDERS_PER_PAIR = 200;

  /** Products of an order that make pairs: pairs grow with their square. */
  private static final int PRODUCTS_PER_BASKET = 100;

  private static final int MOST_PAIRS = 1000;
  private static final int MONTHS_OF_A_TREND = 3;

  private final Draft draft;
  private final BoundLibrary library;

  private Insight(Draft draft, LocalDate lastSale) {
    this.draft = requireNonNull(draft, "draft is null");
    this.library = draft.library().bind(values(lastSale, currency(draft), draft.id()));
  }

  /**
   * Writes its tables anew from the run's sales, products, customers and segments; the profiles of
   * earlier runs are kept.
   *
   * @param lastSale the day of the lake's last sale; figures are as of the day after, and none
   *     where there is no sale
   */
  public static void compute(Draft draft, Optional<LocalDate> lastSale) {
    MARTS.stream().filter(table -> draft.rowCount(table) > 0).forEach(draft::clear);
    if (lastSale.isPresent()) {
      Insight insight = new Insight(draft, lastSale.get());
      insight.write();
      insight.compare();
    }
  }

  private static String currency(Draft draft) {
    return draft.rows("curated.reconciliation").stream()
        .map(row -> (String) row.get("currency"))
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> values(LocalDate lastSale, String currency, String run) {
    LocalDate asOf = lastSale.plusDays(1);
    LocalDate completeUntil = asOf.withDayOfMonth(1);
    Map<String, Object> values = new HashMap<>();
    values.put("run_id", run);
    values.put("currency", currency);
    values.put("as_of", asOf);
    values.put("complete_until", completeUntil);
    values.put("recent_start", completeUntil.minusMonths(MONTHS_OF_A_TREND));
    values.put("earlier_start", completeUntil.minusMonths(2 * MONTHS_OF_A_TREND));
    values.put("orders_per_pair", ORDERS_PER_PAIR);
    values.put("products_per_basket", PRODUCTS_PER_BASKET);
    values.put("most_pairs", MOST_PAIRS);
    return values;
  }

  private void write() {
    SqlSession session = draft.batch();
    session.define("profiled_columns", Profile.of(session, library, PROFILED));
    Script[] inserts =
        TABLES.stream()
            .map(table -> library.script(table.replace('.', '/')))
            .toArray(Script[]::new);
    session.runShared("Compute marts", inserts);
  }

  /** The profile with the latest one that was published. */
  private void compare() {
    draft.compare(SEGMENTED, Condition.ALL, Condition.ALL);
    draft.rowsBefore(PROFILE).stream()
        .map(row -> (String) row.get("run_id"))
        .max(String::compareTo)
        .ifPresent(before -> draft.compare(PROFILE, ofRun(draft.id()), ofRun(before)));
  }

  private static Condition ofRun(String run) {
    return Condition.of("run_id = ${run}", Map.of("run", run));
  }
}
