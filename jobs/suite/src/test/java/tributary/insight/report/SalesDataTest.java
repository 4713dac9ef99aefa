package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SalesDataTest {
  @Test
  void keepsTheFirstProductsOfASmallCategory() {
    List<Map<String, Object>> products = new ArrayList<>();
    IntStream.rangeClosed(1, 700).forEach(at -> products.add(product("Large", at, at)));
    IntStream.rangeClosed(1, 40).forEach(at -> products.add(product("Small", 700 + at, at)));

    Map<String, Object> data =
        SalesData.read(
            new FakeTables()
                .with("marts.category_sales", categories(10))
                .with("marts.product_performance", products));

    Frame shown = (Frame) data.get("products");
    int category = shown.columns().indexOf("category");
    assertThat(shown.rows()).hasSize(500 + 30);
    assertThat(shown.rows().subList(500, 530)).allMatch(row -> row.get(category).equals("Small"));
    assertThat(data).containsEntry("productCount", 740L);
  }

  @Test
  void followsTheCategoriesWithMostRevenueByMonth() {
    List<Map<String, Object>> categories = categories(201);
    List<Map<String, Object>> months =
        categories.stream()
            .map(
                row -> Map.of("category", row.get("category"), "sale_month", (Object) "2024-01-01"))
            .toList();

    Map<String, Object> data =
        SalesData.read(
            new FakeTables()
                .with("marts.category_sales", categories)
                .with("marts.category_monthly", months));

    assertThat(((Frame) data.get("categories")).rows()).hasSize(201);
    assertThat(((Frame) data.get("categoryMonths")).rows())
        .hasSize(200)
        .noneMatch(row -> row.contains("Category 201"));
  }

  /** The first two have products; the one with most revenue comes first. */
  private static List<Map<String, Object>> categories(int count) {
    List<String> named = List.of("Large", "Small");
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            rank ->
                Map.<String, Object>of(
                    "category",
                    rank <= named.size() ? named.get(rank - 1) : "Category " + rank,
                    "revenue_rank",
                    (long) rank))
        .toList();
  }

  private static Map<String, Object> product(String category, long rank, long rankInCategory) {
    return Map.of(
        "product_id",
        "P" + rank,
        "category",
        category,
        "revenue_rank",
        rank,
        "category_revenue_rank",
        rankInCategory);
  }
}
