package tributary.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;
import tributary.input.InspectedFile.Section;
import tributary.input.xlsx.Container;
import tributary.input.zip.Archive;

/**
 * Reads files from beginning to end before any job does, so that a file that is cut off, empty,
 * binary or in another encoding is an error while nothing has been written.
 */
final class FileInspector {
  private static final long SECTION_BYTES = 16 << 20;

  private final FileTable table;
  private final Content content;
  private long headerLine;

  /**
   * @param content what the input lines are of that the table holds, or goes with
   */
  FileInspector(FileTable table, Content content) {
    this.table = table;
    this.content = content;
  }

  /**
   * @throws UserError naming the file, and what is wrong with it
   */
  InspectedFile inspect(InputFile file) {
    try {
      if (Files.size(file.path()) == 0) {
        throw cannotRead(file, "it is empty");
      }
      return table.options().isParquet(file.name())
              || table.options().isByName() && ParquetInspector.recognizes(file)
          ? parquet(file)
          : text(file);
    } catch (EOFException e) {
      throw cannotRead(file, "it is cut off: its gzip stream ends too early");
    } catch (ZipException e) {
      throw cannotRead(file, "its gzip stream is damaged: " + e.getMessage());
    } catch (IOException e) {
      throw new UserError("Cannot read %s: %s".formatted(file.name(), e.getMessage()), e);
    }
  }

  /**
   * The same, for what holds several: the sheets of a book that the table reads, each with its name
   * behind the file's when there are more than one.
   *
   * @throws UserError naming the file, and what is wrong with it
   */
  List<InspectedFile> inspectAll(InputFile file) {
    headerLine = 0;
    try {
      return file.isEntry() ? entry(file) : unpacked(file);
    } catch (IOException e) {
      throw cannotRead(file, e.getMessage());
    }
  }

  private List<InspectedFile> entry(InputFile file) throws IOException {
    Path unpacked = Archive.unpack(file.path(), file.entry());
    try {
      return unpacked(file.unpackedTo(unpacked)).stream().map(each -> each.in(file)).toList();
    } finally {
      Files.delete(unpacked);
    }
  }

  private List<InspectedFile> unpacked(InputFile file) throws IOException {
    if (!FileBeginning.isZip(file)) {
      return List.of(inspect(file));
    }
    if (Container.of(file.path()) == Container.ARCHIVE) {
      throw cannotRead(file, "it is a zip archive in another; unpack it");
    }
    try {
      return sheets(file, new BookInspector(table, file).inspect());
    } catch (UserError e) {
      throw cannotRead(file, e.getMessage());
    }
  }

  private List<InspectedFile> sheets(InputFile file, List<BookInspector.Sheet> sheets)
      throws IOException {
    List<InspectedFile> inspected = new ArrayList<>();
    for (BookInspector.Sheet sheet : sheets) {
      headerLine = sheet.header();
      InspectedFile all =
          inspected(
              file,
              StandardCharsets.UTF_8,
              Kind.SHEET,
              new Heading(',', sheet.columns(), sheet.header(), 0),
              sheet.rows(),
              List.of(sheet.section()));
      inspected.add(sheets.size() == 1 ? all.inside(sheet.inside()) : all.sheet(sheet.inside()));
    }
    return inspected;
  }

  /** The line of the header of the text that was inspected last. */
  long headerLine() {
    return headerLine;
  }

  private InspectedFile parquet(InputFile file) throws IOException {
    ParquetInspector.Contents contents = new ParquetInspector(table, file).inspect();
    return inspected(
        file,
        StandardCharsets.UTF_8,
        Kind.PARQUET,
        new Heading(',', contents.columns(), 0, 0),
        contents.rows(),
        contents.sections());
  }

  private InspectedFile text(InputFile file) throws IOException {
    Kind kind = FileBeginning.kind(file);
    List<String> encodings =
        FileBeginning.marksEncoding(file, kind).map(List::of).orElse(table.options().encodings());
    List<String> failures = new ArrayList<>();
    for (String encoding : encodings) {
      Charset charset = Charset.forName(encoding);
      int quote = isJson(file) ? -1 : table.options().quote();
      TextScan scan = new TextScan(scanned(charset), quote, sectionBytes(file));
      try (InputStream in = FileBeginning.open(file, kind)) {
        scan.scan(isScannedAsItIs(charset) ? in : TextStreams.utf8Strictly(in, charset));
        return text(file, kind, charset, scan);
      } catch (CharacterCodingException e) {
        failures.add(encoding + " after line " + scan.lines());
      }
    }
    throw cannotRead(
        file,
        "it cannot be decoded (%s); name its encoding in the profile's option 'encoding'"
            .formatted(String.join(", ", failures)));
  }

  private InspectedFile text(InputFile file, Kind kind, Charset charset, TextScan scan)
      throws IOException {
    check(file, scan);
    Heading heading = heading(file, kind, charset, scan);
    headerLine = heading.line();
    long furtherLinesBefore = heading.lines() - table.options().linesBefore();
    boolean canBeCut = kind == Kind.TEXT && isScannedAsItIs(charset);
    Section whole = new Section(0, Files.size(file.path()), 1);
    return inspected(
        file,
        charset,
        kind,
        heading,
        scan.lines() - Math.max(0, furtherLinesBefore),
        canBeCut ? scan.sections() : List.of(whole));
  }

  private Heading heading(InputFile file, Kind kind, Charset charset, TextScan scan)
      throws IOException {
    try {
      return isJson(file)
          ? Heading.ofJson(file, kind, charset, scan.isOpen())
          : Heading.find(table, file, kind, charset);
    } catch (UserError e) {
      throw cannotRead(file, e.getMessage());
    }
  }

  /** An escaped line break may be anywhere, so that such a text is not cut. */
  private long sectionBytes(InputFile file) {
    return table.options().escapes().areUsed() && !isJson(file) ? Long.MAX_VALUE : SECTION_BYTES;
  }

  private boolean isJson(InputFile file) {
    return table.options().isJson(file.name());
  }

  private void check(InputFile file, TextScan scan) {
    if (scan.zeroAt() >= 0) {
      throw cannotRead(
          file,
          "it is not text: byte %s is zero (if it is UTF-16, say so in the option 'encoding')"
              .formatted(scan.zeroAt()));
    }
    if (scan.bytes() == 0) {
      throw cannotRead(file, "it is empty");
    }
    if (scan.hasOnlyCarriageReturns()) {
      throw cannotRead(
          file, "its lines end with carriage returns alone; save it with LF or CRLF line ends");
    }
    FileTableOptions options = table.options();
    if (scan.isOpen() && !options.lastLineMayBeOpen() && !isJson(file)) {
      throw cannotRead(
          file,
          "its last line (%s) has no line break, so the file may be cut off; deliver it whole, or set 'last-line' = 'may-be-open' in the profile if its files end like that"
              .formatted(scan.lines()));
    }
  }

  private InspectedFile inspected(
      InputFile file,
      Charset charset,
      Kind kind,
      Heading heading,
      long lines,
      List<Section> sections)
      throws IOException {
    List<DirectoryColumn> directories = DirectoryColumn.of(file.place(), heading.names());
    return new InspectedFile(
        file.path(),
        file.name(),
        Files.size(file.path()),
        Sums.of(file.path()),
        charset,
        kind,
        table.name(),
        table.isInput(),
        content,
        heading.delimiter(),
        DirectoryColumn.names(heading.names(), directories),
        lines,
        sections,
        directories,
        Inside.NOTHING);
  }

  /** Whether line breaks and quotes of this encoding can be found among its bytes. */
  private static boolean isScannedAsItIs(Charset charset) {
    return charset.equals(StandardCharsets.UTF_8)
        || charset.canEncode()
            && charset.newEncoder().maxBytesPerChar() == 1
            && "\n\r\"',;|\t"
                .equals(new String("\n\r\"',;|\t".getBytes(charset), StandardCharsets.US_ASCII));
  }

  private static Charset scanned(Charset charset) {
    return isScannedAsItIs(charset) ? charset : StandardCharsets.UTF_8;
  }

  static UserError cannotRead(InputFile file, String why) {
    return new UserError("Cannot read %s: %s".formatted(file.name(), why));
  }
}
