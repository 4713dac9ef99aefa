package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.config.UserError;

/** Files that DuckDB writes; what is right is what DuckDB itself says that they hold. */
class DuckDbParquetTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'1.25'::DECIMAL(4,2), '-99.99'::DECIMAL(4,2)",
        "'1234567.89'::DECIMAL(9,2), '-0.01'::DECIMAL(9,2)",
        "'123456789012345.678'::DECIMAL(18,3), '-0.001'::DECIMAL(18,3)",
        "'12345678901234567890123456.7890'::DECIMAL(38,4), '-1'::DECIMAL(38,4)",
        "255::UTINYINT, 0::UTINYINT",
        "65535::USMALLINT, 1::USMALLINT",
        "4000000000::UINTEGER, 5::UINTEGER",
        "18446744073709551615::UBIGINT, 7::UBIGINT",
        "(-128)::TINYINT, 127::TINYINT",
        "(-32768)::SMALLINT, 5::SMALLINT",
        "(-9223372036854775808)::BIGINT, 5::BIGINT",
        "DATE '2024-02-29', DATE '1969-12-31'",
        "TIME '10:30:00', TIME '23:59:59'",
        "TIMESTAMP '2025-03-03 12:50:07', TIMESTAMP '1900-01-01 00:00:00'",
        "TIMESTAMP_NS '2025-03-03 12:50:07', TIMESTAMP_NS '1969-12-31 23:59:59'",
        "TIMESTAMP_MS '2025-03-03 12:50:07', TIMESTAMP_MS '1969-12-31 23:59:59'",
        "TIMESTAMP_S '2025-03-03 12:50:07', TIMESTAMP_S '1969-12-31 23:59:59'",
        "'123e4567-e89b-12d3-a456-426614174000'::UUID, '00000000-0000-0000-0000-000000000001'::UUID",
        "true, false",
        "'Möbel', 'a''b'",
        "'CASH'::ENUM('CARD', 'CASH'), 'CARD'::ENUM('CARD', 'CASH')",
      })
  void readsWhatDuckDbWrote(String values) throws Exception {
    Path path = directory.resolve("duck.parquet");
    List<String> expected = new ArrayList<>();
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT unnest([%s]) AS \"my value\", [1, 2] AS beside) TO '%s' (FORMAT parquet)"
              .formatted(values, path));
      try (ResultSet rows =
          statement.executeQuery("SELECT \"my value\"::VARCHAR FROM '%s'".formatted(path))) {
        while (rows.next()) {
          expected.add(rows.getString(1));
        }
      }
    }
    assertThat(expected).hasSize(2);
    assertThat(ParquetFixture.texts(path, "my value")).isEqualTo(expected);
  }

  @Test
  void keepsTimesWithAZoneInUtc() throws Exception {
    Path path =
        write("SET TimeZone = 'Europe/Berlin'", "SELECT TIMESTAMPTZ '2025-07-03 12:50:07+02' AS t");
    assertThat(ParquetFixture.texts(path, "t")).containsExactly("2025-07-03 10:50:07");
  }

  @Test
  void readsEachCodecAndPageVersionOrNamesTheCodec() throws Exception {
    for (String options :
        List.of(
            "COMPRESSION zstd",
            "COMPRESSION gzip",
            "COMPRESSION snappy",
            "COMPRESSION lz4_raw",
            "COMPRESSION uncompressed",
            "PARQUET_VERSION v2",
            "ROW_GROUP_SIZE 2048")) {
      Path path = copy("SELECT range AS n, range / 100 AS price FROM range(5000)", options);
      List<List<String>> rows = ParquetFixture.rows(path, "n", "price");
      assertThat(rows).as(options).hasSize(5000);
      assertThat(rows.get(4999)).startsWith("4999", "49.99");
    }
    Path brotli = copy("SELECT 1 AS n", "COMPRESSION brotli");
    assertThatThrownBy(() -> ParquetFixture.inspect(brotli, "n"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read duck.parquet: its column 'n' is compressed with brotli; what can be read is zstd, snappy, gzip, lz4_raw, uncompressed");
  }

  @Test
  void readsFlatColumnsBesideNestedAndOddOnes() throws Exception {
    Path path =
        write(
            "SET TimeZone = 'UTC'",
            "SELECT 1.25::DECIMAL(9,2) AS price, {'a': 1, 'b': [1, NULL]} AS parts,"
                + " MAP {'k': 2.50::DECIMAL(4,2)} AS sums, INTERVAL 2 DAY AS span,"
                + " 'ab'::BLOB AS bytes, '\\xE9'::BLOB AS odd, 'nan'::DOUBLE AS wrong,"
                + " '{\"a\":1}'::JSON AS document, 170141183460469231731687303715884105727::HUGEINT"
                + " AS huge");
    List<String> row = ParquetFixture.rows(path, "price", "bytes", "wrong", "document").get(0);
    assertThat(row).startsWith("1.25", "ab", "NaN", "{\"a\":1}", null);
    assertThat(row.get(5))
        .contains(",\"{\"\"a\"\":1,\"\"b\"\":[1,null]}\",\"{\"\"k\"\":2.50}\",", ",e9,");
    assertThat(ParquetFixture.rows(path, "odd").get(0).get(1)).contains("holds e9 in the column");
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "span"))
        .hasMessageContaining("its column 'span' is INTERVAL as FIXED_LEN_BYTE_ARRAY");
  }

  @Test
  void readsPartitionsThatDuckDbWrote() throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "COPY (SELECT 1 AS n, 'DE/AT & more' AS country, NULL::VARCHAR AS shop) TO '%s'"
                  .formatted(directory.resolve("parts"))
              + " (FORMAT parquet, PARTITION_BY (country, shop))");
    }
    InputFile file = InputFiles.resolve(directory.resolve("parts").toString()).get(0);
    assertThat(ParquetFixture.rows(file.path(), "n", "country", "shop").get(0))
        .startsWith("1", "DE/AT & more", null);
  }

  private Path write(String setting, String query) throws SQLException, IOException {
    Path path = directory.resolve("duck.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(setting);
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet)".formatted(query, path));
    }
    return path;
  }

  private Path copy(String query, String options) throws SQLException {
    Path path = directory.resolve("duck.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute("COPY (%s) TO '%s' (FORMAT parquet, %s)".formatted(query, path, options));
    }
    return path;
  }
}
