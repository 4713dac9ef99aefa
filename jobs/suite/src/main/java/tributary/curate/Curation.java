package tributary.curate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.flink.types.Row;
import tributary.curate.FileFacts.Content;
import tributary.publish.Draft;
import tributary.publish.Span;
import tributary.script.BoundLibrary;
import tributary.script.Condition;
import tributary.script.Script;
import tributary.script.SqlSession;

/**
 * The plan from landing to curated. Only the months that new lines fall into are written anew;
 * everything is when asked for, until there is a sale, and when a corrected delivery replaced a
 * file. Without new lines nothing is.
 */
public final class Curation {
  /** The tables of landing and of curated that only customers files fill. */
  public static final List<String> CUSTOMERS_FILES_TABLES =
      concat(List.of(Content.CUSTOMERS.table()), CustomerCuration.TABLES);

  /** The tables it writes; in a lake without customers files, none that only those fill. */
  public static final List<String> TABLES =
      concat(
          List.of(
              "curated.sales",
              "curated.rejects",
              "curated.duplicates",
              "curated.products",
              "curated.customers",
              "curated.reconciliation"),
          CustomerCuration.TABLES);

  /** What a lake has whose lines have none. */
  private static final String NO_CURRENCY = "XXX";

  private static final String FILE_OF_LINE = "line_id / 100000000000";

  private static final Set<String> CURRENCIES =
      Currency.getAvailableCurrencies().stream()
          .map(Currency::getCurrencyCode)
          .filter(code -> !code.equals(NO_CURRENCY))
          .collect(Collectors.toUnmodifiableSet());

  /** Of the new lines, a share that says little of what period they are from. */
  private static final double FEW = 0.05;

  private final Draft draft;
  private final SqlSession session;
  private final List<Map<String, Object>> files;
  private final List<Map<String, Object>> curated;
  private final Set<Object> counted;
  private final CustomerCuration customers;

  private Curation(Draft draft) {
    this.draft = draft;
    this.session = draft.batch();
    this.files = draft.rows(LandedFiles.TABLE).stream().filter(Content.TRANSACTIONS::isOf).toList();
    this.curated = draft.rows("curated.reconciliation");
    this.counted = curated.stream().map(row -> row.get("file_number")).collect(Collectors.toSet());
    this.customers = new CustomerCuration(draft);
  }

  /**
   * What the lake holds after curation, all files together.
   *
   * @param months how many months were written anew; -1 when all were
   * @param updates lines among the duplicates that told something new of the sale they repeat
   * @param kinds sale lines by kind
   * @param rejects rejected lines by reason
   * @param placeholders lines that are anonymous since a placeholder stands for their customer, by
   *     what was delivered
   * @param lastSale the day of the last sale; empty when there is none
   * @param demographics what customers files gave
   */
  public record Curated(
      int months,
      long linesRead,
      long duplicates,
      long updates,
      Map<String, Long> kinds,
      Map<String, Long> rejects,
      Map<String, Long> placeholders,
      Optional<LocalDate> lastSale,
      Demographics demographics) {}

  /** Curates what landed since the last time; or everything, when asked for or needed. */
  public static Curated curate(Draft draft, boolean full) {
    Curation curation = new Curation(draft);
    List<Object> ingests = curation.newIngests();
    if (full || curation.mustBeFull()) {
      curation.curateEverything();
      curation.compare(Condition.ALL);
      return curation.summary(-1);
    }
    if (ingests.isEmpty()) {
      curation.curateNewCustomers();
      return curation.summary(0);
    }
    return curation.summary(curation.curateNewLines(ingests));
  }

  private boolean mustBeFull() {
    return !files.isEmpty() && currency().isEmpty()
        || isOfATimeWithoutKeys()
        || files.stream().anyMatch(file -> isReplaced(file) && isCounted(file));
  }

  /** Such a lake counted a sale again for each of its names: all of it is curated once more. */
  private boolean isOfATimeWithoutKeys() {
    return draft.hasNulls("curated.sales", "key_hash");
  }

  /** The ingests whose lines have not been curated. */
  private List<Object> newIngests() {
    return files.stream()
        .filter(file -> !isReplaced(file) && !isCounted(file))
        .map(file -> file.get("ingest_id"))
        .distinct()
        .toList();
  }

  private boolean isCounted(Map<String, Object> file) {
    return counted.contains(file.get("file_number"));
  }

  private static boolean isReplaced(Map<String, Object> file) {
    return file.get("replaced_by") != null;
  }

  /** The lake's currency; empty until there is a sale. */
  private Optional<String> currency() {
    return curated.stream()
        .map(row -> (String) row.get("currency"))
        .filter(Objects::nonNull)
        .findFirst();
  }

  /** The code that all lines have; where they differ, or write it otherwise, a job counts them. */
  private Optional<String> onlyCurrency() {
    return draft.onlyText(Content.TRANSACTIONS.table(), "currency").filter(CURRENCIES::contains);
  }

  private void curateEverything() {
    List.of("curated.sales", "curated.rejects", "curated.duplicates").forEach(draft::clear);
    BoundLibrary lines = knownLines(freshLines(true, List.of()), "none");
    curateFreshLines(
        currency()
            .or(this::onlyCurrency)
            .map(known -> Classification.withCurrency(lines, known))
            .orElseGet(() -> Classification.withMajorityCurrency(session, lines)));
    deriveFromSales(true);
  }

  /** Also where the table of customers is of a time that knew no customers files. */
  private void curateNewCustomers() {
    if (customers.hasNews() || draft.hasNulls(CustomerCuration.CUSTOMERS, "has_demographics")) {
      derive(List.of(), false);
    }
  }

  private int curateNewLines(List<Object> ingests) {
    BoundLibrary fresh =
        Classification.withCurrency(freshLines(false, ingests), currency().orElseThrow());
    SortedMap<LocalDate, Long> lines = new TreeMap<>();
    session
        .query("months", fresh.script("curated/touched_months"))
        .forEach(row -> lines.put(row.getFieldAs("month_start"), row.getFieldAs("new_lines")));
    List<LocalDate> months = List.copyOf(lines.keySet());
    draft.clearPartitions("curated.sales", "sale_date", months);
    curateFreshLines(
        knownLines(fresh.with(Map.of("in_touched_months", within(months))), "published"));
    deriveFromSales(false);
    compare(around(lines));
    return months.size();
  }

  /**
   * Each delivery by itself is judged by what was published before of the same source, of files
   * that still count; its sales by what such deliveries were, if it has any.
   *
   * @param usual a condition for sales that say what is usual
   */
  private void compare(Condition usual) {
    if (draft.rowCountBefore("curated.sales") == 0) {
      return;
    }
    Condition counts = in(numbers(Curation::isReplaced), FILE_OF_LINE).not();
    Map<Object, Row> days = deliveredDays();
    for (Object ingest : newIngests()) {
      List<Map<String, Object>> delivery =
          files.stream().filter(file -> ingest.equals(file.get("ingest_id"))).toList();
      List<Object> delivered = delivery.stream().map(file -> file.get("file_number")).toList();
      Map<String, Object> source = Map.of("source", delivery.get(0).get("source"));
      draft.compare(
          "curated.reconciliation",
          in(delivered, "file_number"),
          Condition.of(
              "file_number IN (SELECT file_number FROM landing.files"
                  + " WHERE source = ${source} AND replaced_by IS NULL)",
              source));
      Row sales = days.get(ingest);
      if (sales != null) {
        draft.compare(
            "curated.sales",
            in(delivered, FILE_OF_LINE),
            usual.and(Condition.of("source = ${source}", source)).and(counts),
            new Span(sales.getFieldAs("first_day"), sales.getFieldAs("last_day")),
            sales.getFieldAs("delivered_lines"));
      }
    }
  }

  /** The days and sales lines of each delivery that brought a line that counts. */
  private Map<Object, Row> deliveredDays() {
    Map<Object, Row> days = new HashMap<>();
    List<Object> ingests = newIngests();
    if (!ingests.isEmpty()) {
      session
          .query("days", script("curated/delivered_days.sql").bind(Map.of("ingests", ingests)))
          .forEach(row -> days.put(row.getField("ingest_id"), row));
    }
    return days;
  }

  private List<Object> numbers(Predicate<Map<String, Object>> which) {
    return files.stream().filter(which).map(file -> file.get("file_number")).toList();
  }

  private static Condition in(List<Object> numbers, String what) {
    return numbers.isEmpty()
        ? Condition.NONE
        : Condition.of(what + " IN (${numbers})", Map.of("numbers", numbers));
  }

  /**
   * A condition for days within the months that most new lines fall into, and before them three
   * times as many months as they span.
   *
   * @param lines how many new lines fall into each month
   */
  private static Condition around(SortedMap<LocalDate, Long> lines) {
    double all = lines.values().stream().mapToLong(Long::longValue).sum();
    List<LocalDate> months =
        lines.keySet().stream().filter(month -> lines.get(month) >= FEW * all).toList();
    if (months.isEmpty()) {
      return Condition.NONE;
    }
    LocalDate first = months.get(0);
    LocalDate end = months.get(months.size() - 1).plusMonths(1);
    return days(first.minusMonths(3 * ChronoUnit.MONTHS.between(first, end)), end);
  }

  private BoundLibrary freshLines(boolean everyIngest, List<Object> ingests) {
    List<Object> replaced =
        Stream.concat(Stream.of((Object) (-1L)), numbers(Curation::isReplaced).stream()).toList();
    Map<String, Object> values = new HashMap<>();
    values.put("every_ingest", everyIngest);
    values.put("ingests", ingests.isEmpty() ? List.of("") : ingests);
    values.put("replaced_files", replaced);
    return Classification.bind(draft.library()).with(values);
  }

  /** What lines may repeat, and what is carried over from the months that are written anew. */
  private static BoundLibrary knownLines(BoundLibrary library, String variant) {
    return library.choosing("known_fingerprints", variant).choosing("carried_sales", variant);
  }

  /** Each line is classified once, for all tables. */
  private void curateFreshLines(BoundLibrary library) {
    session.computeOnce("judged_lines", library.view("judged_lines"));
    session.computeOnce("repeats", library.view("repeats"));
    session.run(
        "curate",
        library.script("curated/duplicates"),
        library.script("curated/sales"),
        library.script("curated/rejects"));
  }

  private void deriveFromSales(boolean full) {
    List.of("curated.products", "curated.reconciliation").forEach(draft::clear);
    derive(List.of(script("curated/products.sql"), script("curated/reconciliation.sql")), full);
  }

  /** Runs scripts, and with them those of customers. */
  private void derive(List<Script> scripts, boolean full) {
    session.run("derive", concat(scripts, customers.prepare(full)).toArray(Script[]::new));
  }

  /** A condition for days within months, given by their first days. */
  private static Condition within(List<LocalDate> months) {
    return Condition.anyOf(months.stream().map(month -> days(month, month.plusMonths(1))).toList());
  }

  /** A condition for days from the first one on, before the end. */
  private static Condition days(LocalDate first, LocalDate end) {
    return Condition.of(
        "sale_date >= ${first} AND sale_date < ${end}", Map.of("first", first, "end", end));
  }

  private Curated summary(int months) {
    Map<String, Map<String, Long>> counts = new HashMap<>();
    Optional<LocalDate> lastSale = Optional.empty();
    List<Script> summaries = concat(List.of(script("curated/summary.sql")), customers.summary());
    for (Row row : session.query("summary", Script.unionAll("summary", summaries))) {
      long lines = row.<Long>getFieldAs("lines");
      add(counts, row.getFieldAs("topic"), row.getFieldAs("label"), lines);
      String placeholder = row.getFieldAs("placeholder_customer");
      if (placeholder != null) {
        add(counts, "placeholder", placeholder, lines);
      }
      if ("sale".equals(row.getFieldAs("label"))) {
        LocalDate last = row.getFieldAs("last_date");
        lastSale = lastSale.filter(last::isBefore).or(() -> Optional.of(last));
      }
    }
    List<Map<String, Object>> now = draft.rows("curated.reconciliation");
    return new Curated(
        months,
        sum(now, "lines_read"),
        sum(now, "duplicates"),
        sum(now, "updates"),
        counts.getOrDefault("kind", Map.of()),
        counts.getOrDefault("reject", Map.of()),
        counts.getOrDefault("placeholder", Map.of()),
        lastSale,
        customers.demographics(counts.getOrDefault("customer_reject", Map.of())));
  }

  /** How many times have an offset from UTC that does not count, as no zone is named. */
  public static long ignoredOffsets(Draft draft) {
    return draft.rows("curated.reconciliation").stream()
        .map(row -> (Long) row.get("offsets_ignored"))
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  private static void add(
      Map<String, Map<String, Long>> counts, String topic, String label, long lines) {
    counts.computeIfAbsent(topic, name -> new TreeMap<>()).merge(label, lines, Long::sum);
  }

  /** The day of the last sale, as the run sees the sales. */
  public static Optional<LocalDate> lastSale(Draft draft) {
    List<Row> rows =
        draft.batch().query("last sale", draft.library().script("curated/last_sale.sql"));
    return rows.stream()
        .map(row -> row.<LocalDate>getFieldAs(0))
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static <T> List<T> concat(List<T> some, List<T> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private static long sum(List<Map<String, Object>> rows, String column) {
    return rows.stream()
        .map(row -> (Long) row.get(column))
        .filter(Objects::nonNull)
        .mapToLong(Long::longValue)
        .sum();
  }

  private Script script(String name) {
    return draft.library().script(name);
  }
}
