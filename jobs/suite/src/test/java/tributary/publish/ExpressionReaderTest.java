package tributary.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.apache.flink.table.data.DecimalData;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.BooleanType;
import org.apache.flink.table.types.logical.DateType;
import org.apache.flink.table.types.logical.DecimalType;
import org.apache.flink.table.types.logical.DoubleType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.table.types.logical.VarCharType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionReaderTest {
  private static final RowType COLUMNS =
      RowType.of(
          new LogicalType[] {
            new VarCharType(20),
            new BigIntType(),
            new DecimalType(20, 4),
            new DoubleType(),
            new BooleanType(),
            new VarCharType(20),
            new DateType(),
            new DoubleType()
          },
          new String[] {"kind", "orders", "amount", "share", "is_golden", "store", "day", "odd"});

  private static final GenericRowData ROW =
      GenericRowData.of(
          StringData.fromString("sale"),
          3L,
          DecimalData.fromBigDecimal(new BigDecimal("2.5000"), 20, 4),
          0.25,
          true,
          null,
          20_000,
          Double.NaN);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      nullValues = "unknown",
      value = {
        "kind = 'sale' | true",
        "kind <> 'sale' | false",
        "kind IN ('return', 'sale') | true",
        "kind NOT IN ('return', 'sale') | false",
        "kind IN ('return', store) | unknown",
        "kind IN ('sale', store) | true",
        "orders NOT BETWEEN 1 AND 5 | false",
        "orders BETWEEN 4 AND 5 OR amount > 2.4999 | true",
        "amount = 2.5 | true",
        "amount < orders AND share < amount | true",
        "share >= 0.25 | true",
        "odd > 1 OR odd <= 1 OR odd = odd | false",
        "odd <> odd | true",
        "store = 'x' | unknown",
        "NOT store = 'x' | unknown",
        "store = 'x' AND orders = 4 | false",
        "store = 'x' OR orders = 3 | true",
        "store IS NULL | true",
        "NOT kind IS NOT NULL | false",
        "(kind = 'sale') <> (store IS NOT NULL) | true",
        "is_golden | true",
        "NOT is_golden OR `orders` <> 3 AND orders = 3 | false",
        "(NOT is_golden OR orders <> 4) AND day = day | true",
        "kind = 'it''s' | false",
      })
  void judgesAsSqlDoes(String sql, Boolean expected) {
    assertThat(ExpressionReader.read(sql, COLUMNS))
        .hasValueSatisfying(
            read -> {
              assertThat(read.type()).isInstanceOf(BooleanType.class);
              assertThat(read.value().of(ROW)).isEqualTo(expected);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"orders", "`orders`", "3"})
  void readsColumnsAndNumbers(String sql) {
    assertThat(ExpressionReader.read(sql, COLUMNS))
        .hasValueSatisfying(read -> assertThat(read.value().of(ROW)).isEqualTo(3L));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "amount - orders > 1",
        "UPPER(kind) = 'SALE'",
        "COALESCE(is_golden, TRUE)",
        "CASE WHEN is_golden THEN 1 END",
        "kind LIKE 'sa%'",
        "orders = -1",
        "kind = 3",
        "day > '2024-01-01'",
        "kind AND is_golden",
        "NOT orders",
        "nowhere = 1",
        "(is_golden",
        "is_golden)",
        "orders >",
        "kind IN ()",
        "kind = 'sale",
        "orders % 2 = 0",
        "orders = 12345678901234567890",
        "amount < 123456789012345678901.5",
        ""
      })
  void leavesEverythingElseToSql(String sql) {
    assertThat(ExpressionReader.read(sql, COLUMNS)).isEmpty();
  }
}
