package tributary.input;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.StringData;
import tributary.config.UserError;

/** Looks into files that no profile describes yet. */
public final class FileSamples {
  private FileSamples() {}

  /**
   * The first rows of a file that names its own columns.
   *
   * @param columns their names
   * @param rows values as text, empty where there is none
   * @param isWhole whether these are all rows
   */
  public record Rows(List<String> columns, List<List<String>> rows, boolean isWhole) {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /** Whether a file is delimited text, of which delimiter and header are to be found. */
  public static boolean isText(InputFile file) {
    return !anyTable().options().isParquet(file.name());
  }

  /**
   * The bytes of a text file, unpacked.
   *
   * @throws UserError when it is packed in a way that is not read here
   */
  public static InputStream text(InputFile file) throws IOException {
    return FileBeginning.open(file, FileBeginning.kind(file));
  }

  /**
   * Reads rows of a file that is no text, as {@code ingest} will read it.
   *
   * @throws UserError naming the file, when it cannot be read
   */
  public static Rows rows(InputFile file, int most) {
    FileTable table = anyTable();
    InspectedFile inspected = new FileInspector(table, Content.TRANSACTIONS).inspect(file);
    List<List<String>> rows = new ArrayList<>();
    for (FileSection section : FileSection.of(inspected)) {
      try (FileRecord record = section.open(table.options())) {
        while (rows.size() <= most && record.next()) {
          if (record.problem() == null) {
            rows.add(texts(record, inspected.columns().size()));
          }
        }
      } catch (IOException e) {
        throw new UserError("Cannot read %s: %s".formatted(file.name(), e.getMessage()), e);
      }
    }
    boolean isWhole = rows.size() <= most;
    return new Rows(inspected.columns(), isWhole ? rows : rows.subList(0, most), isWhole);
  }

  private static List<String> texts(FileRecord record, int columns) {
    List<String> texts = new ArrayList<>(columns);
    for (int place = 0; place < columns; place++) {
      StringData text = record.column(place);
      texts.add(text == null ? "" : text.toString().strip());
    }
    return texts;
  }

  private static FileTable anyTable() {
    return new FileTable(
        "files",
        List.of(),
        FileTableOptions.parse(Map.of("connector", RetailFilesFactory.IDENTIFIER)),
        true);
  }
}
