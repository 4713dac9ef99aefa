package tributary.generate;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.summingDouble;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** What one generated retailer looks like from its files alone. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionsTest {
  private static final int LINES = 120_000;

  private List<Map<String, String>> lines;
  private List<Map<String, String>> sales;
  private Map<String, Map<String, String>> customers;
  private Map<String, Map<String, String>> products;
  private Map<String, Set<String>> buyers;
  private GeneratedFiles files;

  @BeforeAll
  void generate(@TempDir Path folder) {
    RetailerSettings settings = Samples.settings(2_000, 200, LINES, 42, Format.CSV);
    files = SyntheticRetailer.generate(settings, folder, written -> {});
    lines = Samples.rows(files.transactions());
    sales = lines.stream().filter(Predicate.not(TransactionsTest::isReturn)).toList();
    customers = byKey(files.customers(), "customer_id");
    products = byKey(files.products(), "product_id");
    buyers =
        sales.stream()
            .collect(
                groupingBy(
                    line -> line.get("product_id"),
                    mapping(line -> line.get("customer_id"), toSet())));
  }

  @Test
  void hasAsManyRowsAsAskedFor() {
    assertThat(lines).hasSize(LINES);
    assertThat(customers).hasSize(2_000);
    assertThat(products).hasSize(200);
    assertThat(files.transactionLines()).isEqualTo(LINES);
    assertThat(files.returnLines()).isEqualTo(LINES - sales.size());
  }

  @Test
  void staysWithinTwoYearsInTheOrderOfTime() {
    List<String> moments = lines.stream().map(line -> line.get("sold_at")).toList();

    assertThat(moments).isSorted();
    assertThat(moments.get(0)).startsWith("2024-01-01 ");
    assertThat(moments.get(LINES - 1)).startsWith("2025-12-31 ");
    assertThat(moments).allMatch(moment -> moment.matches("\\d{4}(-\\d\\d){2} \\d\\d(:\\d\\d){2}"));
    assertThat(moments.stream().map(moment -> moment.substring(0, 10)).distinct()).hasSize(731);
  }

  @Test
  void groupsLinesIntoOrdersOfOneCustomerAndMoment() {
    Map<String, List<Map<String, String>>> orders = by("transaction_id", lines);

    assertThat(orders.values())
        .allSatisfy(
            order -> {
              assertThat(order).hasSizeBetween(1, 5);
              assertThat(order.stream().map(line -> line.get("sold_at")).distinct()).hasSize(1);
              assertThat(order.stream().map(line -> line.get("customer_id")).distinct()).hasSize(1);
              assertThat(order.stream().map(line -> line.get("product_id")))
                  .doesNotHaveDuplicates();
            });
    double meanSize = (double) sales.size() / by("transaction_id", sales).size();
    assertThat(meanSize).isBetween(2.35, 2.50);
  }

  @Test
  void returnsTwoLinesInAHundred() {
    assertThat(1 - (double) sales.size() / LINES).isBetween(0.018, 0.022);
  }

  @Test
  void returnsOnlyWhatTheSameCustomerBoughtEarlier() {
    Map<String, Map<String, String>> purchases =
        sales.stream().collect(toMap(TransactionsTest::orderAndProduct, Function.identity()));
    Set<String> returned = new HashSet<>();

    for (Map<String, String> line : lines) {
      if (isReturn(line)) {
        String key = line.get("returned_transaction_id") + line.get("product_id");
        Map<String, String> purchase = purchases.get(key);
        assertThat(purchase).isNotNull();
        assertThat(returned.add(key)).isTrue();
        assertThat(line.get("customer_id")).isEqualTo(purchase.get("customer_id"));
        assertThat(line.get("unit_price")).isEqualTo(purchase.get("unit_price"));
        assertThat(line.get("sold_at")).isGreaterThan(purchase.get("sold_at"));
        assertThat(-number("quantity").applyAsDouble(line))
            .isBetween(1.0, number("quantity").applyAsDouble(purchase));
      }
    }
  }

  @Test
  void leavesTheCustomerOfOneLineInAHundredBlank() {
    long blank = lines.stream().filter(line -> line.get("customer_id").isEmpty()).count();

    assertThat((double) blank / LINES).isBetween(0.008, 0.012);
  }

  @Test
  void refersToCustomersAndProductsOfTheOtherFiles() {
    List<String> ofProduct = List.of("product_name", "category", "subcategory");

    assertThat(lines)
        .allMatch(line -> agree(line, products.get(line.get("product_id")), ofProduct));
    assertThat(lines)
        .filteredOn(line -> !line.get("customer_id").isEmpty())
        .allMatch(line -> agree(line, customers.get(line.get("customer_id")), List.of("country")));
  }

  @Test
  void sellsToEverybodyAtLeastOnce() {
    assertThat(sales.stream().map(line -> line.get("customer_id")).collect(toSet()))
        .containsAll(customers.keySet());
  }

  @Test
  void sellsToNobodyBeforeTheyJoined() {
    assertThat(sales)
        .filteredOn(line -> !line.get("customer_id").isEmpty())
        .allMatch(
            line ->
                customers
                        .get(line.get("customer_id"))
                        .get("customer_since")
                        .compareTo(line.get("sold_at").substring(0, 10))
                    <= 0);
  }

  @Test
  void keepsPricesWithinFifteenPercentOfTheListPrice() {
    double[] ratios =
        lines.stream()
            .filter(line -> line.get("category").equals("Electronics"))
            .mapToDouble(
                line ->
                    number("unit_price").applyAsDouble(line)
                        / number("list_price").applyAsDouble(products.get(line.get("product_id"))))
            .toArray();

    assertThat(lines).allMatch(line -> line.get("unit_price").matches("\\d+\\.\\d\\d"));
    assertThat(Arrays.stream(ratios)).allMatch(ratio -> ratio > 0.8499 && ratio < 1.1501);
    assertThat(Statistics.mean(ratios)).isBetween(0.995, 1.005);
  }

  @Test
  void sellsPopularProductsMoreOften() {
    Map<String, List<Map<String, String>>> byProduct = by("product_id", sales);
    double[] popularity = values(products, number("popularity"));
    double[] sold =
        values(
            products,
            product -> byProduct.getOrDefault(product.get("product_id"), List.of()).size());

    assertThat(Arrays.stream(popularity)).allMatch(value -> value >= 0.1 && value <= 1.0);
    assertThat(Statistics.rankCorrelation(popularity, sold)).isGreaterThan(0.8);
  }

  @Test
  void bindsIncomeCloselyToSpendingAndOtherTraitsLoosely() {
    Map<String, Double> spent =
        sales.stream()
            .collect(
                groupingBy(
                    line -> line.get("customer_id"), summingDouble(TransactionsTest::amount)));
    double[] spending =
        values(customers, customer -> spent.getOrDefault(customer.get("customer_id"), 0.0));

    double income = Statistics.rankCorrelation(spending, values(customers, number("income")));
    double age = Statistics.rankCorrelation(spending, values(customers, number("age")));
    double children =
        Statistics.rankCorrelation(spending, values(customers, number("children_at_home")));

    assertThat(income).isGreaterThan(0.6);
    assertThat(age).isBetween(0.05, 0.4);
    assertThat(children).isBetween(-0.5, -0.1);
  }

  /** Each customer's share of lines in the category bought most is far above one in five. */
  @Test
  void letsCustomersFavourCategories() {
    double[] favourites =
        by("customer_id", sales).values().stream()
            .filter(ofCustomer -> ofCustomer.size() >= 40)
            .mapToDouble(
                ofCustomer ->
                    by("category", ofCustomer).values().stream()
                            .mapToInt(List::size)
                            .max()
                            .orElseThrow()
                        / (double) ofCustomer.size())
            .toArray();

    assertThat(Statistics.mean(favourites)).isBetween(0.4, 0.6);
  }

  /** Across categories, where neither preferences nor repeats bind two products. */
  @Test
  void letsProductsOfOneStyleBeBoughtByTheSameCustomers() {
    List<Product> catalogue = Catalogue.create(200, Randomness.PRODUCTS.stream(42)).products();
    Map<Boolean, Double> lift =
        catalogue.stream()
            .flatMap(left -> catalogue.stream().map(right -> List.of(left, right)))
            .filter(pair -> pair.get(0).category() != pair.get(1).category())
            .collect(
                partitioningBy(
                    pair -> pair.get(0).style() == pair.get(1).style(),
                    averagingDouble(pair -> lift(pair.get(0), pair.get(1)))));

    assertThat(lift.get(true)).isGreaterThan(1.3 * lift.get(false));
  }

  /** How many customers bought both, relative to what independent purchases would give. */
  private double lift(Product left, Product right) {
    Set<String> ofLeft = buyers.getOrDefault(left.id(), Set.of());
    Set<String> ofRight = buyers.getOrDefault(right.id(), Set.of());
    double both = ofLeft.stream().filter(ofRight::contains).count();
    double expected = (double) ofLeft.size() * ofRight.size() / customers.size();
    return expected == 0 ? 1 : both / expected;
  }

  private static boolean agree(
      Map<String, String> left, Map<String, String> right, List<String> columns) {
    return columns.stream().allMatch(column -> left.get(column).equals(right.get(column)));
  }

  private static boolean isReturn(Map<String, String> line) {
    return line.get("quantity").startsWith("-");
  }

  private static String orderAndProduct(Map<String, String> line) {
    return line.get("transaction_id") + line.get("product_id");
  }

  private static double amount(Map<String, String> line) {
    return number("quantity").applyAsDouble(line) * number("unit_price").applyAsDouble(line);
  }

  private static ToDoubleFunction<Map<String, String>> number(String column) {
    return row -> Double.parseDouble(row.get(column));
  }

  private static double[] values(
      Map<String, Map<String, String>> rows, ToDoubleFunction<Map<String, String>> reader) {
    return rows.values().stream().mapToDouble(reader).toArray();
  }

  private static Map<String, List<Map<String, String>>> by(
      String column, List<Map<String, String>> rows) {
    return rows.stream().collect(groupingBy(row -> row.get(column)));
  }

  private static Map<String, Map<String, String>> byKey(Path csv, String column) {
    return Samples.rows(csv).stream().collect(toMap(row -> row.get(column), Function.identity()));
  }
}
