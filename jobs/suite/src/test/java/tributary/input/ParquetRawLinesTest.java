package tributary.input;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetRawLinesTest {
  private static final List<String> COLUMNS = List.of("first", "second", "third");

  private static final MessageType TEXTS =
      new MessageType(
          "texts",
          COLUMNS.stream()
              .map(name -> Types.optional(BINARY).as(stringType()).named(name))
              .toArray(Type[]::new));

  private static final List<String> VALUES =
      Arrays.asList(
          null,
          "",
          "P1",
          "12,50",
          ",",
          "a 5\" pipe",
          "\"",
          "\"\"",
          "\"quoted\"",
          "two\nlines",
          "two\r\nlines",
          "\r",
          "\n",
          " blanks around\u00A0",
          " ",
          "\t",
          "#1",
          "null",
          "back\\slash\\",
          "\u0001\u007f",
          "ä€😀");

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void areRecordsThatAnyReaderOfCsvUnderstands(boolean inDictionary) throws IOException {
    List<List<String>> rows = new ArrayList<>();
    for (String first : VALUES) {
      VALUES.forEach(second -> rows.add(Arrays.asList(first, "P1", second)));
    }
    String csv = String.join("\n", rawLines(rows, inDictionary)) + "\n";
    List<List<String>> read = new ArrayList<>();
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(csv)) {
      reader.forEach(each -> read.add(each.getFields()));
    }
    assertThat(read)
        .isEqualTo(
            rows.stream()
                .map(row -> row.stream().map(text -> text == null ? "" : text).toList())
                .toList());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tellAnEmptyTextFromNone(boolean inDictionary) throws IOException {
    assertThat(
            rawLines(
                List.of(
                    Arrays.asList(null, "", null),
                    Arrays.asList("", null, ""),
                    Arrays.asList(null, null, null),
                    List.of("P1", " P 2", "P 3")),
                inDictionary))
        .containsExactly(",\"\",", "\"\",,\"\"", ",,", "P1,\" P 2\",P 3");
  }

  private List<String> rawLines(List<List<String>> rows, boolean inDictionary) throws IOException {
    List<Consumer<Group>> groups = new ArrayList<>();
    rows.forEach(row -> groups.add(group -> fill(group, row)));
    Path path =
        ParquetFixture.write(
            directory.resolve("texts.parquet"),
            TEXTS,
            groups,
            builder -> builder.withDictionaryEncoding(inDictionary));
    return ParquetFixture.rows(path, COLUMNS.toArray(String[]::new)).stream()
        .map(row -> row.get(row.size() - 1))
        .toList();
  }

  private static void fill(Group group, List<String> row) {
    for (int column = 0; column < row.size(); column++) {
      if (row.get(column) != null) {
        group.append(COLUMNS.get(column), row.get(column));
      }
    }
  }
}
