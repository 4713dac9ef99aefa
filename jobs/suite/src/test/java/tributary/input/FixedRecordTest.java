package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.config.UserError;

class FixedRecordTest {
  private static FileTableOptions options(String name, String value) {
    return FileTableOptions.parse(Map.of("format", "fixed", name, value, "null", "NULL"));
  }

  /** Each line's columns, or its problem. */
  private static List<Object> read(String text, FileTableOptions options) throws IOException {
    List<Object> records = new ArrayList<>();
    LineBuffer lines =
        options
            .dialect(',')
            .lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 1);
    try (FixedRecord record = new FixedRecord(lines, options)) {
      while (record.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < options.ranges().size(); i++) {
          columns.add(record.column(i) == null ? null : record.column(i).toString());
        }
        records.add(record.problem() == null ? columns : record.problem());
      }
    }
    return records;
  }

  @Test
  void readsColumnsByWidthInCharacters() throws IOException {
    assertThat(read("M\u00f6b  12\u20ac\r\n abc 7  \n", options("widths", "5,4")))
        .containsExactly(List.of("M\u00f6b  ", "12\u20ac"), List.of(" abc ", "7  "));
  }

  @Test
  void readsColumnsByRangeInTheTablesOrder() throws IOException {
    assertThat(read("abcdefghij\n", options("ranges", "4-6, 1-2,10,8-")))
        .containsExactly(List.of("def", "ab", "j", "hij"));
  }

  @Test
  void takesColumnsAfterTheEndOfALineForNull() throws IOException {
    assertThat(read("abcd\nabcde\nab \n  NULL\n", options("widths", "2,3,4")))
        .containsExactly(
            Arrays.asList("ab", "cd", null),
            Arrays.asList("ab", "cde", null),
            Arrays.asList("ab", null, null),
            Arrays.asList(null, "NUL", "L"));
    assertThat(read("ab NULL \n", options("widths", "2,6")))
        .containsExactly(Arrays.asList("ab", null));
  }

  @Test
  void refusesTextBehindTheLastColumnAndBlankLines() throws IOException {
    assertThat(read("abc\nabcd  \n\nabc  \n", options("widths", "1,2")))
        .containsExactly(
            List.of("a", "bc"),
            "has text behind its last column, which ends at character 3",
            "is blank",
            List.of("a", "bc"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "widths|10,x|option 'widths' is '10,x', expected widths such as 10,8,30",
        "widths|0|option 'widths' is '0', expected widths such as 10,8,30",
        "ranges|9-3|option 'ranges' is '9-3', expected ranges such as 1-10,11-18,30-",
        "ranges|1,,2|option 'ranges' is '1,,2', expected ranges such as 1-10,11-18,30-",
        "quote|none|option 'quote' is not for 'format' = 'fixed'",
        "header|true|'format' = 'fixed' needs either 'widths' or 'ranges'",
      })
  void refusesInvalidOptions(String name, String value, String message) {
    assertThatThrownBy(() -> options(name, value))
        .isInstanceOf(UserError.class)
        .hasMessage(message);
  }

  @Test
  void wantsOneRangeForEachColumn() {
    assertThatThrownBy(() -> new FileTable("t", List.of("a"), options("widths", "5,4"), true))
        .hasMessage("the table has 1 columns, and its widths or ranges are of 2");
    assertThatThrownBy(() -> FileTableOptions.parse(Map.of("widths", "3")))
        .hasMessage("options 'widths' and 'ranges' need 'format' = 'fixed'");
  }
}
