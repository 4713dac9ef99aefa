package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.config.UserError;

class FileTableOptionsTest {
  @Test
  void hasDefaults() {
    FileTableOptions options = FileTableOptions.parse(Map.of());
    assertThat(options)
        .isEqualTo(
            new FileTableOptions(
                "*",
                FileTableOptions.Format.BY_NAME,
                ",;\t|",
                '"',
                List.of("UTF-8"),
                true,
                0,
                false,
                false,
                Escapes.UNSAID,
                "",
                List.of(),
                "",
                List.of("store", "transaction_id", "product_id")));
    assertThat(options.reads("2011/any.csv")).isTrue();
    assertThat(options.isParquet("a.parquet")).isTrue();
    assertThat(options.isParquet("a.csv.gz")).isFalse();
  }

  @Test
  void readsEveryOption() {
    FileTableOptions options =
        FileTableOptions.parse(
            Map.ofEntries(
                Map.entry("connector", "retail-files"),
                Map.entry("files", "sales*"),
                Map.entry("format", "csv"),
                Map.entry("delimiter", "\\t"),
                Map.entry("quote", "none"),
                Map.entry("encoding", "utf-8, windows-1252"),
                Map.entry("header", "false"),
                Map.entry("skip-lines", "2"),
                Map.entry("equal-lines", "real"),
                Map.entry("last-line", "may-be-open"),
                Map.entry("escape", "\\"),
                Map.entry("escape-in", "quotes"),
                Map.entry("null", "\\N"),
                Map.entry("identity", "transaction_id, sold_at,customer_id")));
    assertThat(options)
        .isEqualTo(
            new FileTableOptions(
                "sales*",
                FileTableOptions.Format.CSV,
                "\t",
                -1,
                List.of("UTF-8", "windows-1252"),
                false,
                2,
                true,
                true,
                new Escapes('\\', Escapes.Scope.QUOTES),
                "\\N",
                List.of(),
                "",
                List.of("customer_id", "transaction_id")));
    assertThat(options.reads("sales-1.csv")).isTrue();
    assertThat(options.reads("customers.csv")).isFalse();
  }

  @Test
  void namesUnknownOptionsAndTheAllowedOnes() {
    assertThatThrownBy(() -> FileTableOptions.parse(Map.of("delimeter", ";")))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "unknown option 'delimeter' (allowed: connector, delimiter, encoding, equal-lines, escape, escape-in, files, format, header, identity, last-line, null, quote, ranges, sheet, skip-lines, widths)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "format|xml|option 'format' is 'xml', expected one of csv, fixed, json, parquet",
        "delimiter|;;|option 'delimiter' is ';;', expected one ASCII character, or tab",
        "delimiter|\"|options 'delimiter' and 'quote' are the same character",
        "quote|ab|option 'quote' is 'ab', expected one ASCII character, or none",
        "encoding|utf-9|option 'encoding' is 'utf-9', expected names such as utf-8 or windows-1252",
        "header|yes|option 'header' is 'yes', expected one of false, true",
        "skip-lines|-1|option 'skip-lines' is '-1', expected a number of lines",
        "equal-lines|keep|option 'equal-lines' is 'keep', expected one of duplicates, real",
        "last-line|open|option 'last-line' is 'open', expected one of may-be-open, must-end",
        "identity|receipt|option 'identity' names 'receipt', expected some of transaction_id, product_id, product_name, customer_id, quantity, unit_price, amount, currency, sold_at, country, store, category, subcategory, declared_kind",
        "identity|sold_at|option 'identity' is 'sold_at', which tells no two sales of one time apart; expected such as store, transaction_id, product_id",
        "files|[|option 'files' is '[', expected a pattern such as sales*.csv",
      })
  void refusesInvalidValues(String name, String value, String message) {
    assertThatThrownBy(() -> FileTableOptions.parse(Map.of(name, value)))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }
}
