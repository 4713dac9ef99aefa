package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;

class RealFilesIT {
  private static final String DIGEST =
      """
      SELECT
        COUNT(*),
        COUNT(problem),
        COUNT(customer_id),
        COUNT(DISTINCT product_id),
        SUM(CASE WHEN declared_kind = 'cancellation' THEN 1 ELSE 0 END),
        SUM(CASE WHEN PARSE_QUANTITY(quantity) < 0 THEN 1 ELSE 0 END),
        SUM(CASE WHEN PARSE_TIMESTAMP(sold_at) IS NULL THEN 1 ELSE 0 END),
        COUNT(*) - COUNT(DISTINCT LINE_HASH(
          transaction_id, product_id, product_name, customer_id,
          quantity, unit_price, sold_at, country)),
        CAST(SUM(PARSE_QUANTITY(quantity) * PARSE_PRICE(unit_price)) AS STRING),
        MAX(PARSE_TIMESTAMP(sold_at))
      FROM input_lines
      """;

  private static Path real(String name) {
    Optional<Path> file = RealFiles.find(name);
    assumeTrue(file.isPresent(), name + " is not beside the project");
    return file.orElseThrow();
  }

  @Test
  void bothShapesOfOnlineRetailGiveTheSameLines() throws Exception {
    long start = System.nanoTime();
    Row first = digest(real("online_retail.csv.gz"));
    System.out.println(first + " " + (System.nanoTime() - start) / 1_000_000);
    start = System.nanoTime();
    Row second = digest(real("online_retail_kaggle_format.csv.gz"));
    System.out.println(second + " " + (System.nanoTime() - start) / 1_000_000);
    assertThat(second).isEqualTo(first);
    assertThat(first.getField(0)).isEqualTo(541_909L);
  }

  private static Row digest(Path file) throws Exception {
    TableEnvironment env = InputLines.of("online-retail", file.toString());
    List<Row> rows = InputLines.query(env, DIGEST);
    return rows.get(0);
  }
}
