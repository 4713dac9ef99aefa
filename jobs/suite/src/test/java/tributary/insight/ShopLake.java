package tributary.insight;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tributary.config.LakeSettings;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.Contracts;
import tributary.publish.Run;
import tributary.publish.RunRequest;
import tributary.publish.Workplace;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/** A lake whose curated sales were put there by hand, with the products and customers they name. */
final class ShopLake implements AutoCloseable {
  /** A product whose lines never say what it is. */
  private static final String NAMELESS = "DOG";

  private static final String MAIN = "main";

  private final Lake lake;
  private final Engine engine = Engine.local(2);
  private final SqlLibrary library = SqlLibrary.bundled();
  private final Contracts contracts = Contracts.load(library);
  private final List<Map<String, Object>> sales = new ArrayList<>();
  private int published;
  private LocalDate lastSale;

  ShopLake(Path directory) {
    this.lake = Lake.openOrCreate(LakeSettings.embedded(directory.resolve("lake")), "test");
    contracts.all().forEach(lake::ensureTable);
  }

  /**
   * Adds a line.
   *
   * @param place category, subcategory and store, separated by slashes; empty where there is none
   */
  ShopLake line(
      String customer,
      String transaction,
      String product,
      String kind,
      String quantity,
      String amount,
      String date,
      String place) {
    String[] names = (place + "/ ").split("/");
    Map<String, Object> row = new HashMap<>();
    row.put("transaction_id", transaction);
    row.put("product_id", product);
    row.put("product_name", NAMELESS.equals(product) ? null : "The " + product);
    row.put("customer_id", customer);
    row.put("kind", kind);
    row.put("quantity", new BigDecimal(quantity));
    row.put("unit_price", new BigDecimal(amount).abs());
    row.put("amount", new BigDecimal(amount));
    row.put("currency", "EUR");
    row.put("sold_at", LocalDate.parse(date).atTime(12, 0));
    row.put("sale_date", LocalDate.parse(date));
    row.put("category", nullIfEmpty(names[0]));
    row.put("subcategory", nullIfEmpty(names[1]));
    row.put("store", nullIfEmpty(names[2]));
    row.put("source_file", "sales.csv");
    row.put("source_line", sales.size() + 1L);
    row.put("source", "test");
    row.put("line_id", sales.size() + 1L);
    row.put("line_hash", new byte[16]);
    row.put("copy_number", 1);
    sales.add(row);
    if (kind.equals("sale")) {
      lastSale = LocalDate.parse(date);
    }
    return this;
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }

  /** Adds the lines since the last time to those that are published. */
  void deliver() {
    append("curated.sales", sales.subList(published, sales.size()));
    published = sales.size();
  }

  /** Publishes the lines so far, with the products and customers they name. */
  ShopLake open() {
    deliver();
    append("curated.products", products());
    append("curated.customers", customers());
    append(
        "curated.reconciliation",
        List.of(
            Map.of(
                "file_number",
                1L,
                "source_file",
                "sales.csv",
                "lines_read",
                (long) sales.size(),
                "landed",
                (long) sales.size(),
                "sales",
                (long) sales.size(),
                "rejects",
                0L,
                "duplicates",
                0L,
                "currency",
                "EUR")));
    return this;
  }

  private List<Map<String, Object>> products() {
    Map<String, Map<String, Object>> products = new TreeMap<>();
    for (Map<String, Object> sale : sales) {
      Map<String, Object> product = new HashMap<>();
      product.put("product_id", sale.get("product_id"));
      product.put("product_name", sale.get("product_name"));
      product.put("category", sale.get("category"));
      product.put("subcategory", sale.get("subcategory"));
      product.put("is_merchandise", !sale.get("kind").equals("fee"));
      product.put("first_sold_at", LocalDateTime.of(2024, 1, 1, 0, 0));
      product.put("last_sold_at", LocalDateTime.of(2024, 1, 1, 0, 0));
      products.put((String) sale.get("product_id"), product);
    }
    return List.copyOf(products.values());
  }

  private List<Map<String, Object>> customers() {
    Map<String, Set<Object>> orders = new TreeMap<>();
    for (Map<String, Object> sale : sales) {
      if (sale.get("customer_id") instanceof String customer && sale.get("kind").equals("sale")) {
        orders.computeIfAbsent(customer, each -> new HashSet<>()).add(sale.get("transaction_id"));
      }
    }
    return orders.entrySet().stream()
        .map(
            each ->
                Map.<String, Object>of(
                    "customer_id",
                    each.getKey(),
                    "orders",
                    (long) each.getValue().size(),
                    "has_demographics",
                    false))
        .toList();
  }

  void append(String table, List<Map<String, Object>> rows) {
    lake.append(TableName.of(table), MAIN, rows);
  }

  /** Makes, audits and publishes the marts. */
  void publish() {
    Workplace workplace = new Workplace(lake, engine, contracts, library, Clock.systemUTC());
    RunRequest request = new RunRequest("marts", Map.of(), "test");
    try (Run run = Run.start(workplace, request, Insight.TABLES)) {
      Insight.compute(run, Optional.ofNullable(lastSale));
      run.publish();
    }
  }

  /** A published table's rows by Iceberg's own reader, as texts of some columns, sorted. */
  List<String> texts(String table, String... columns) {
    return rows(table).stream()
        .map(
            row ->
                List.of(columns).stream()
                    .map(column -> Objects.toString(row.get(column)))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  /** A published table's rows by Iceberg's own reader, in no order. */
  List<Map<String, Object>> rows(String table) {
    return lake.rows(TableName.of(table), MAIN);
  }

  @Override
  public void close() {
    engine.close();
    lake.close();
  }
}
