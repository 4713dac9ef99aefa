package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.input.RealFiles;
import tributary.lake.Lake;
import tributary.lake.TableName;

/** Figures of a real shop, against those that its lines give in plain Java. */
class RealInsightIT {
  private static final Set<String> NO_PRODUCTS =
      Set.of("POST", "DOT", "C2", "BANK CHARGES", "AMAZONFEE", "D", "M", "S", "B", "CRUK", "PADS");

  @TempDir private static Path directory;
  private static List<Line> lines;

  /** A line of goods, signed as the file has it. */
  private record Line(
      String order,
      String product,
      String customer,
      LocalDate date,
      boolean isSale,
      BigDecimal amount) {
    YearMonth month() {
      return YearMonth.from(date);
    }

    boolean isBought() {
      return isSale && !customer.isEmpty();
    }
  }

  @BeforeAll
  static void publish() throws IOException {
    Path file = RealFiles.find("online_retail.csv.gz").orElse(Path.of("nowhere"));
    assumeTrue(Files.exists(file), "online_retail.csv.gz is not here");
    lines = read(file);
    command("ingest", "--source", "online-retail", "--input", file.toString());
    command("curate");
    command("marts");
  }

  private static void command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lake", directory.resolve("lake").toString()));
    CommandLineRun run = CommandLineRun.of(directory, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
  }

  @Test
  void eachMonthHasItsRevenueOrdersAndCustomers() {
    List<String> expected = new ArrayList<>();
    by(lines, Line::month)
        .forEach(
            (month, ofMonth) ->
                expected.add(
                    "%s-01 %s %s %d %d"
                        .formatted(
                            month,
                            sum(ofMonth, Line::isSale),
                            sum(ofMonth, line -> true),
                            different(ofMonth, Line::isSale, Line::order),
                            different(ofMonth, Line::isBought, Line::customer))));

    assertThat(expected).hasSize(13);
    assertThat(
            texts(
                "marts.revenue_monthly",
                "sale_month",
                "gross_revenue",
                "net_revenue",
                "orders",
                "customers"))
        .isEqualTo(expected);
  }

  @Test
  void cohortsHaveTheirCustomersAndThoseWhoCameBack() {
    Map<String, TreeSet<YearMonth>> months = new TreeMap<>();
    lines.stream()
        .filter(Line::isBought)
        .forEach(
            line ->
                months.computeIfAbsent(line.customer(), each -> new TreeSet<>()).add(line.month()));
    Map<String, Long> active =
        months.values().stream()
            .flatMap(
                each ->
                    each.stream()
                        .map(
                            month ->
                                "%s-01 %d"
                                    .formatted(
                                        each.first(),
                                        ChronoUnit.MONTHS.between(each.first(), month))))
            .collect(Collectors.groupingBy(each -> each, TreeMap::new, Collectors.counting()));

    assertThat(months).hasSize(4334);
    assertThat(
            rows("marts.cohort_retention").stream()
                .filter(row -> !row.get("active_customers").equals(0L))
                .collect(
                    Collectors.toMap(
                        row -> row.get("cohort_month") + " " + row.get("months_since"),
                        row -> (Long) row.get("active_customers"))))
        .isEqualTo(active);
  }

  @Test
  void theTopTenProductsAreThoseWithMostRevenue() {
    Map<String, BigDecimal> revenue = new TreeMap<>();
    by(lines, Line::product)
        .forEach((product, ofProduct) -> revenue.put(product, sum(ofProduct, Line::isSale)));
    List<String> expected =
        revenue.entrySet().stream()
            .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
            .limit(10)
            .map(each -> each.getKey() + " " + each.getValue())
            .toList();

    assertThat(
            rows("marts.product_performance").stream()
                .filter(row -> (Long) row.get("revenue_rank") <= 10)
                .sorted(Comparator.comparing(row -> (Long) row.get("revenue_rank")))
                .map(row -> row.get("product_id") + " " + row.get("gross_revenue")))
        .isEqualTo(expected);
  }

  @Test
  void everyCustomerIsInTheGroupThatTheScoresGive() {
    Map<String, List<Line>> bought =
        by(lines.stream().filter(Line::isBought).toList(), Line::customer);
    Map<String, Comparable<?>[]> figures = new TreeMap<>();
    bought.forEach(
        (customer, ofCustomer) ->
            figures.put(
                customer,
                new Comparable<?>[] {
                  ofCustomer.stream().map(Line::date).max(LocalDate::compareTo).orElseThrow(),
                  different(ofCustomer, Line::isSale, Line::order),
                  sum(ofCustomer, Line::isSale)
                }));
    List<String> expected = new ArrayList<>();
    figures.forEach(
        (customer, own) -> {
          int recency = score(figures, own, 0);
          int frequency = score(figures, own, 1);
          boolean isTold =
              highest(figures, own, 0) - recency < 3
                  && (highest(figures, own, 1) - frequency < 3 || own[1].equals(1L));
          expected.add(
              "%s %d%d%d %s"
                  .formatted(
                      customer,
                      recency,
                      frequency,
                      score(figures, own, 2),
                      isTold ? group(recency, frequency) : "Not Distinguishable"));
        });

    assertThat(texts("marts.rfm", "customer_id", "rfm_score", "rfm_group")).isEqualTo(expected);
  }

  @Test
  void aShopWithoutCategoriesHasOneThatSaysSo() {
    assertThat(texts("marts.category_sales", "category", "revenue_share"))
        .containsExactly("Uncategorised 1.0");
    assertThat(texts("marts.revenue_summary", "category", "top_category"))
        .containsExactly("Uncategorised Uncategorised", "all null");
  }

  /** One and the whole fifths of all customers whose figure is lower. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int score(Map<String, Comparable<?>[]> figures, Comparable<?>[] own, int index) {
    long worse =
        figures.values().stream()
            .filter(each -> ((Comparable) each[index]).compareTo(own[index]) < 0)
            .count();
    return 1 + (int) (5 * worse / figures.size());
  }

  /** The whole fifths, rounded up, of all customers whose figure is not higher. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  private static int highest(Map<String, Comparable<?>[]> figures, Comparable<?>[] own, int index) {
    long notBetter =
        figures.values().stream()
            .filter(each -> ((Comparable) each[index]).compareTo(own[index]) <= 0)
            .count();
    return (int) Math.ceil(5.0 * notBetter / figures.size());
  }

  /** The table of recency (down, 1 first) and frequency as marketers have it. */
  private static String group(int recency, int frequency) {
    String[] table = {
      "Hibernating,Hibernating,At Risk,At Risk,Cannot Lose Them",
      "Hibernating,Hibernating,At Risk,At Risk,Cannot Lose Them",
      "About To Sleep,About To Sleep,Need Attention,Loyal Customers,Loyal Customers",
      "Promising,Potential Loyalists,Potential Loyalists,Loyal Customers,Loyal Customers",
      "New Customers,Potential Loyalists,Potential Loyalists,Champions,Champions"
    };
    return table[recency - 1].split(",")[frequency - 1];
  }

  private static <K extends Comparable<K>> Map<K, List<Line>> by(
      List<Line> some, Function<Line, K> key) {
    return some.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }

  private static BigDecimal sum(List<Line> some, Predicate<Line> which) {
    return some.stream()
        .filter(which)
        .map(Line::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add)
        .setScale(4);
  }

  private static long different(
      List<Line> some, Predicate<Line> which, Function<Line, String> what) {
    return some.stream().filter(which).map(what).distinct().count();
  }

  /** Of equal lines the first; without what is no product. */
  private static List<Line> read(Path file) throws IOException {
    Set<List<String>> seen = new HashSet<>();
    List<Line> goods = new ArrayList<>();
    try (InputStreamReader text =
            new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8);
        CsvReader<NamedCsvRecord> records = CsvReader.builder().ofNamedCsvRecord(text)) {
      for (NamedCsvRecord record : records) {
        List<String> fields = record.getFields().stream().map(String::trim).toList();
        String product = record.getField("StockCode").trim().toUpperCase(Locale.ROOT);
        BigDecimal price = new BigDecimal(record.getField("UnitPrice").trim());
        boolean isProduct =
            !NO_PRODUCTS.contains(product)
                && !product.startsWith("GIFT_0001_")
                && !product.startsWith("DCGS")
                && price.signum() > 0;
        if (seen.add(fields) && isProduct) {
          goods.add(line(record, product, price));
        }
      }
    }
    return goods;
  }

  private static Line line(NamedCsvRecord record, String product, BigDecimal price) {
    String order = record.getField("InvoiceNo").trim();
    BigDecimal quantity = new BigDecimal(record.getField("Quantity").trim());
    return new Line(
        order,
        product,
        record.getField("CustomerID").trim().replace(".0", ""),
        LocalDate.parse(record.getField("InvoiceDate").trim().substring(0, 10)),
        quantity.signum() > 0 && !order.startsWith("C"),
        quantity.multiply(price));
  }

  private static List<String> texts(String table, String... columns) {
    return rows(table).stream()
        .map(
            row ->
                Arrays.stream(columns)
                    .map(column -> String.valueOf(row.get(column)))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  private static List<Map<String, Object>> rows(String table) {
    try (Lake lake = Lake.openForReading(LakeSettings.embedded(directory.resolve("lake")))) {
      return lake.rows(TableName.of(table), "main");
    }
  }
}
