package tributary.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.table.data.StringData;
import tributary.config.UserError;
import tributary.input.xlsx.Container;
import tributary.input.xlsx.Workbook;
import tributary.input.zip.Archive;

/** Looks into files that no profile describes yet. */
public final class FileSamples {
  private static final int LONGEST_MARK = 4;

  private FileSamples() {}

  /**
   * The first rows of a file that names its own columns.
   *
   * @param columns their names
   * @param rows values as text, empty where there is none
   */
  public record Rows(List<String> columns, List<List<String>> rows) {
    public Rows {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }
  }

  /**
   * The first rows of a sheet, as they are.
   *
   * @param numbers of the rows, from 1
   * @param rows values as text, empty where there is none
   */
  public record SheetRows(
      String name, boolean isHidden, List<Integer> numbers, List<List<String>> rows) {
    public SheetRows {
      numbers = List.copyOf(numbers);
      rows = List.copyOf(rows);
    }
  }

  /** The files given, those that are in archives among them in the archives' place. */
  public static List<InputFile> opened(List<InputFile> files) {
    return Archives.opened(files, LeftOutFiles.collecting());
  }

  /** Looks at a file; one that is in an archive is unpacked meanwhile. */
  public static <T> T look(InputFile file, Function<InputFile, T> look) {
    if (!file.isEntry()) {
      return look.apply(file);
    }
    try {
      Path unpacked = Archive.unpack(file.path(), file.entry());
      try {
        return look.apply(new InputFile(unpacked, file.name()));
      } finally {
        Files.delete(unpacked);
      }
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /** Whether a file is text, of which delimiter and header are to be found. */
  public static boolean isText(InputFile file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()))) {
      String mark = new String(in.readNBytes(LONGEST_MARK), StandardCharsets.ISO_8859_1);
      boolean isPacked = mark.startsWith("PK\003\004");
      boolean isJson = file.name().matches("(?i).*[.](jsonl|ndjson|json)([.]gz)?");
      return !isPacked
          && !isJson
          && !mark.equals("PAR1")
          && !anyTable(List.of()).options().isParquet(file.name());
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /**
   * The bytes of a text file, unpacked.
   *
   * @throws UserError when it is packed in a way that is not read here
   */
  public static InputStream text(InputFile file) throws IOException {
    return FileBeginning.open(file, FileBeginning.kind(file));
  }

  /** A column's name as {@code ingest} compares it: every run of spaces is one blank. */
  public static String tidyName(String name) {
    return Header.tidy(name);
  }

  /**
   * Reads rows of a file that is no text, as {@code ingest} will read it.
   *
   * @throws UserError naming the file, when it cannot be read
   */
  public static Rows rows(InputFile file, int most) {
    InspectedFile inspected = inspected(anyTable(List.of()), file);
    FileTable table = anyTable(inspected.columns());
    int columns = inspected.columns().size();
    ColumnUse all =
        new ColumnUse(IntStream.range(0, columns).boxed().collect(Collectors.toSet()), false);
    List<List<String>> rows = new ArrayList<>();
    for (FileSection section : FileSection.of(inspected)) {
      try (FileRecord record = section.open(table.options(), all)) {
        while (rows.size() < most && record.next()) {
          if (record.problem() == null) {
            rows.add(texts(record, columns));
          }
        }
      } catch (IOException e) {
        throw cannotRead(file, e);
      }
    }
    return new Rows(inspected.columns(), rows);
  }

  /** Whether a file is a book of sheets. */
  public static boolean isBook(InputFile file) {
    try {
      return FileBeginning.isZip(file) && Container.of(file.path()) != Container.ARCHIVE;
    } catch (IOException e) {
      throw cannotRead(file, e);
    }
  }

  /** The sheets of a book that hold something. */
  public static List<SheetRows> sheets(InputFile file, int most) {
    try (Workbook book = Workbook.open(file.path())) {
      List<SheetRows> sheets = new ArrayList<>();
      for (Workbook.Sheet sheet : book.sheets()) {
        SheetRows rows = rows(book, sheet, most);
        if (!rows.rows().isEmpty()) {
          sheets.add(rows);
        }
      }
      return sheets;
    } catch (UserError e) {
      throw e;
    } catch (IOException e) {
      throw cannotRead(file, e);
    } catch (RuntimeException e) {
      throw cannotRead(file, new IOException("it is damaged, or no spreadsheet", e));
    }
  }

  private static SheetRows rows(Workbook book, Workbook.Sheet sheet, int most) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    List<List<String>> texts = new ArrayList<>();
    try (tributary.input.xlsx.SheetRows rows = book.rows(sheet.name())) {
      while (texts.size() < most && rows.next()) {
        numbers.add(rows.row());
        texts.add(
            IntStream.range(0, rows.width())
                .mapToObj(column -> Objects.requireNonNullElse(rows.text(column), ""))
                .map(Spaces::strip)
                .toList());
      }
    }
    return new SheetRows(sheet.name(), sheet.isHidden(), numbers, texts);
  }

  /** A file, or of a book the first sheet that has rows. */
  private static InspectedFile inspected(FileTable table, InputFile file) {
    List<InspectedFile> parts = new FileInspector(table, Content.TRANSACTIONS).inspectAll(file);
    return parts.stream().filter(part -> part.lines() > 0).findFirst().orElse(parts.get(0));
  }

  private static List<String> texts(FileRecord record, int columns) {
    List<String> texts = new ArrayList<>(columns);
    for (int place = 0; place < columns; place++) {
      StringData text = record.column(place);
      texts.add(text == null ? "" : Spaces.strip(text.toString()));
    }
    return texts;
  }

  private static FileTable anyTable(List<String> columns) {
    return new FileTable(
        "files",
        columns,
        FileTableOptions.parse(Map.of("connector", RetailFilesFactory.IDENTIFIER)),
        true);
  }

  private static UserError cannotRead(InputFile file, IOException e) {
    return new UserError("Cannot read %s: %s".formatted(file.name(), e.getMessage()), e);
  }
}
