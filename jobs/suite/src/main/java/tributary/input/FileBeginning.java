package tributary.input;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tributary.config.UserError;
import tributary.input.InspectedFile.Kind;

/** What the first bytes of a file tell about it, whatever its name says. */
final class FileBeginning {
  /** How archives that cannot be read begin. */
  private static final Map<String, String> ARCHIVES =
      Map.of(
          "425a68", "packed by bzip2",
          "28b52ffd", "packed by zstd",
          "fd377a58", "packed by xz",
          "377abcaf", "packed by 7-Zip",
          "526172211a", "packed by RAR");

  /** How what is no text begins when gzip has unpacked it. */
  private static final Map<String, String> GZIPPED =
      Map.of(
          "5041523115", "a Parquet file packed by gzip; unpack it, for it is compressed as it is",
          "504b0304", "a zip archive or a book packed by gzip; unpack it",
          "1f8b", "packed by gzip twice; unpack it once");

  /** How an old spreadsheet begins, and a new one that is encrypted. */
  private static final String COMPOUND = "d0cf11e0";

  /** How a zip archive begins, and an empty one. */
  private static final Set<String> ZIPS = Set.of("504b0304", "504b0506");

  private FileBeginning() {}

  /**
   * @throws UserError when the file is packed in a way that is not read here
   */
  static Kind kind(InputFile file) throws IOException {
    String first = firstBytes(Files.newInputStream(file.path()));
    ARCHIVES.forEach(
        (beginning, what) -> {
          if (first.startsWith(beginning)) {
            throw FileInspector.cannotRead(
                file, "it is %s; unpack it or save it as CSV".formatted(what));
          }
        });
    if (first.startsWith(COMPOUND)) {
      throw FileInspector.cannotRead(
          file,
          EncryptedBook.is(file.path())
              ? "it is an encrypted spreadsheet; save it without a password"
              : "it is an old spreadsheet (.xls) or document; save it as .xlsx or CSV");
    }
    boolean isGzip = first.startsWith("1f8b");
    if (!isGzip && file.name().endsWith(".gz")) {
      throw FileInspector.cannotRead(file, "its name ends with .gz but it is not packed by gzip");
    }
    if (!isGzip) {
      return Kind.TEXT;
    }
    String unpacked = firstBytes(open(file, Kind.GZIPPED_TEXT));
    GZIPPED.forEach(
        (beginning, what) -> {
          if (unpacked.startsWith(beginning)) {
            throw FileInspector.cannotRead(file, "it is " + what);
          }
        });
    return Kind.GZIPPED_TEXT;
  }

  /** Whether it is a zip archive, which a book is too. */
  static boolean isZip(InputFile file) throws IOException {
    String first = firstBytes(Files.newInputStream(file.path()));
    return first.length() >= 8 && ZIPS.contains(first.substring(0, 8));
  }

  /** The encoding of which a byte order mark stands before the text. */
  static Optional<String> marksEncoding(InputFile file, Kind kind) throws IOException {
    String first = firstBytes(open(file, kind));
    if (first.startsWith("efbbbf")) {
      return Optional.of("UTF-8");
    }
    if (first.startsWith("fffe")) {
      return Optional.of("UTF-16LE");
    }
    return first.startsWith("feff") ? Optional.of("UTF-16BE") : Optional.empty();
  }

  /** The text's bytes, unpacked. */
  static InputStream open(InputFile file, Kind kind) throws IOException {
    InputStream in = Files.newInputStream(file.path());
    return kind == Kind.GZIPPED_TEXT ? TextStreams.gunzip(new BufferedInputStream(in)) : in;
  }

  private static String firstBytes(InputStream in) throws IOException {
    try (in) {
      return HexFormat.of().formatHex(in.readNBytes(5));
    }
  }
}
