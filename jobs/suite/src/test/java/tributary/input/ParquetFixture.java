package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;

/** Writes Parquet files with Parquet's own writer, and reads them as a table does. */
final class ParquetFixture {
  private ParquetFixture() {}

  static Path write(Path path, MessageType schema, List<Consumer<Group>> rows) throws IOException {
    return write(path, schema, rows, builder -> builder);
  }

  static Path write(
      Path path,
      MessageType schema,
      List<Consumer<Group>> rows,
      UnaryOperator<ExampleParquetWriter.Builder> settings)
      throws IOException {
    ExampleParquetWriter.Builder builder =
        ExampleParquetWriter.builder(new LocalOutputFile(path))
            .withConf(new PlainParquetConfiguration())
            .withType(schema);
    try (ParquetWriter<Group> writer = settings.apply(builder).build()) {
      for (Consumer<Group> row : rows) {
        Group group = new SimpleGroup(schema);
        row.accept(group);
        writer.write(group);
      }
    }
    return path;
  }

  static FileTable table(String... columns) {
    return new FileTable(
        "t", List.of(columns), FileTableOptions.parse(new HashMap<>(Map.of())), true);
  }

  static InspectedFile inspect(Path path, String... columns) {
    return new FileInspector(table(columns), Content.TRANSACTIONS)
        .inspect(new InputFile(path, path.getFileName().toString()));
  }

  /** The rows of a file: the columns' texts, and after them the problem and the original text. */
  static List<List<String>> rows(Path path, String... columns) throws IOException {
    FileTable table = table(columns);
    InspectedFile file = inspect(path, columns);
    int[] places = Header.places(table.columns(), file.columns());
    int[][] wanted =
        IntStream.rangeClosed(0, columns.length).mapToObj(i -> new int[] {i}).toArray(int[][]::new);
    List<List<String>> rows = new ArrayList<>();
    for (FileSection section : FileSection.of(file)) {
      try (FileRecord record = section.open(table.options(), ColumnUse.of(wanted, places))) {
        while (record.next()) {
          List<String> row = new ArrayList<>();
          for (int place : places) {
            Object text = record.column(place);
            row.add(text == null ? null : text.toString());
          }
          row.add(record.problem());
          row.add(record.raw().toString());
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** The texts of one column. */
  static List<String> texts(Path path, String column) throws IOException {
    List<String> texts = new ArrayList<>();
    rows(path, column).forEach(row -> texts.add(row.get(0)));
    return texts;
  }
}
