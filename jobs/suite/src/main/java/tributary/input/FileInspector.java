package tributary.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipException;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;
import tributary.input.InspectedFile.Section;

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
      TextScan scan = new TextScan(scanned(charset), table.options().quote(), sectionBytes());
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
    Heading heading = heading(file, kind, charset);
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

  private Heading heading(InputFile file, Kind kind, Charset charset) throws IOException {
    try {
      return Heading.find(table, file, kind, charset);
    } catch (UserError e) {
      throw cannotRead(file, e.getMessage());
    }
  }

  /** An escaped line break may be anywhere, so that such a text is not cut. */
  private long sectionBytes() {
    return table.options().escapes().areUsed() ? Long.MAX_VALUE : SECTION_BYTES;
  }

  private void check(InputFile file, TextScan scan) {
    if (scan.zeroAt() >= 0) {
      throw cannotRead(
          file,
          "it is not text: byte %d is zero (if it is UTF-16, say so in the option 'encoding')"
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
    if (scan.isOpen() && !options.lastLineMayBeOpen()) {
      throw cannotRead(
          file,
          "its last line (%d) has no line break, so the file may be cut off; deliver it whole, or set 'last-line' = 'may-be-open' in the profile if its files end like that"
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
    List<DirectoryColumn> directories = DirectoryColumn.of(file.path(), heading.names());
    return new InspectedFile(
        file.path(),
        file.name(),
        Files.size(file.path()),
        sha256(file),
        charset,
        kind,
        table.name(),
        table.isInput(),
        content,
        heading.delimiter(),
        DirectoryColumn.names(heading.names(), directories),
        lines,
        sections,
        directories);
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

  private static String sha256(InputFile file) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] chunk = new byte[1 << 16];
      int size;
      while ((size = in.read(chunk)) > 0) {
        digest.update(chunk, 0, size);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Cannot make SHA-256 sums on this Java", e);
    }
  }

  static UserError cannotRead(InputFile file, String why) {
    return new UserError("Cannot read %s: %s".formatted(file.name(), why));
  }
}
