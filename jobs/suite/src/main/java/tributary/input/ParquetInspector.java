package tributary.input;

import static java.util.function.Predicate.not;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.metadata.FileMetaData.EncryptionType;
import tributary.config.UserError;
import tributary.input.InspectedFile.Section;

/** Finds out whether a Parquet file is whole, and whether a table can read it. */
final class ParquetInspector {
  /** What a file tells: its columns, its rows, and parts that can be read at the same time. */
  record Contents(List<String> columns, long rows, List<Section> sections) {}

  private static final String MAGIC = "PAR1";
  private static final String ENCRYPTED_MAGIC = "PARE";
  private static final long SECTION_BYTES = 8 << 20;
  private static final long MOST_PARTS = 4;
  private static final long MOST_SHARED_BYTES = 128 << 20;
  private static final List<CompressionCodecName> CODECS =
      List.of(
          CompressionCodecName.ZSTD,
          CompressionCodecName.SNAPPY,
          CompressionCodecName.GZIP,
          CompressionCodecName.LZ4_RAW,
          CompressionCodecName.UNCOMPRESSED);

  private final FileTable table;
  private final InputFile file;

  ParquetInspector(FileTable table, InputFile file) {
    this.table = table;
    this.file = file;
  }

  /** Whether a file begins as Parquet files do: no text has a control character there. */
  static boolean recognizes(InputFile file) throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      byte[] first = new byte[MAGIC.length() + 1];
      if (in.read(first) < first.length) {
        return false;
      }
      String beginning = new String(first, 0, MAGIC.length(), StandardCharsets.US_ASCII);
      int next = first[MAGIC.length()];
      return (beginning.equals(MAGIC) || beginning.equals(ENCRYPTED_MAGIC))
          && next < ' '
          && "\t\r\n".indexOf(next) < 0;
    }
  }

  /**
   * Reads the footer, and each page as far as its values.
   *
   * @throws UserError when the file is not whole, or something in it cannot be read
   */
  Contents inspect() throws IOException {
    checkEncryption();
    try (ParquetFileReader reader = ParquetFile.open(file.path())) {
      if (reader.getFileMetaData().getEncryptionType() != EncryptionType.UNENCRYPTED) {
        throw encrypted();
      }
      List<ParquetColumn> columns = ParquetFile.columns(reader);
      checkNames(columns);
      checkMapped(columns, ArrowDurations.among(reader.getFileMetaData().getKeyValueMetaData()));
      checkCodecs(reader.getRowGroups());
      Set<BlockMetaData> divisible = new ParquetPages(file, reader).check();
      return new Contents(
          columns.stream().map(ParquetColumn::name).toList(),
          reader.getRecordCount(),
          sections(reader.getRowGroups(), divisible));
    } catch (UserError e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "Cannot read %s: it is not a Parquet file, or it is cut off".formatted(file.name()), e);
    }
  }

  private void checkEncryption() throws IOException {
    try (RandomAccessFile in = new RandomAccessFile(file.path().toFile(), "r")) {
      byte[] last = new byte[ENCRYPTED_MAGIC.length()];
      in.seek(Math.max(0, in.length() - last.length));
      in.read(last);
      if (ENCRYPTED_MAGIC.equals(new String(last, StandardCharsets.US_ASCII))) {
        throw encrypted();
      }
    }
  }

  private UserError encrypted() {
    return FileInspector.cannotRead(file, "it is encrypted; deliver it without encryption");
  }

  private void checkNames(List<ParquetColumn> columns) {
    Set<String> seen = new HashSet<>();
    columns.stream()
        .map(ParquetColumn::name)
        .filter(not(seen::add))
        .findFirst()
        .ifPresent(
            name -> {
              throw FileInspector.cannotRead(
                  file, "it names the column '%s' twice; rename one".formatted(name));
            });
  }

  /** A table's columns can be missing, which is said elsewhere, or be none that are values. */
  private void checkMapped(List<ParquetColumn> columns, Set<String> durations) {
    List<String> names = columns.stream().map(ParquetColumn::name).toList();
    table.columns().stream()
        .filter(wanted -> Header.fits(List.of(wanted), names))
        .map(wanted -> columns.get(Header.places(List.of(wanted), names)[0]))
        .filter(column -> !column.isReadable() || durations.contains(column.name()))
        .findFirst()
        .ifPresent(
            column -> {
              throw FileInspector.cannotRead(
                  file,
                  "its column '%s' is %s, which has no text of its own; write it as %s, or leave it out of the profile"
                      .formatted(
                          column.name(),
                          durations.contains(column.name()) ? "a duration" : column.kind(),
                          column.isNested() ? "columns with one value a row" : "text or a number"));
            });
  }

  private void checkCodecs(List<BlockMetaData> groups) {
    for (BlockMetaData group : groups) {
      for (ColumnChunkMetaData chunk : group.getColumns()) {
        if (!CODECS.contains(chunk.getCodec())) {
          throw FileInspector.cannotRead(
              file,
              "its column '%s' is compressed with %s; what can be read is %s"
                  .formatted(
                      chunk.getPath().toDotString(),
                      name(chunk.getCodec()),
                      CODECS.stream()
                          .map(ParquetInspector::name)
                          .collect(Collectors.joining(", "))));
        }
      }
    }
  }

  private static String name(CompressionCodecName codec) {
    return codec.name().toLowerCase(Locale.ROOT);
  }

  /** Rows that are worth a reader: some row groups, or a part of a large one. */
  private static List<Section> sections(List<BlockMetaData> groups, Set<BlockMetaData> divisible) {
    List<Section> sections = new ArrayList<>();
    long bytes = 0;
    long first = 0;
    long row = 0;
    for (BlockMetaData group : groups) {
      long parts = divisible.contains(group) ? parts(group) : 1;
      for (long part = 1; part <= parts; part++) {
        bytes += bytes(group) / parts;
        long next = row + group.getRowCount() * part / parts;
        if (bytes >= SECTION_BYTES) {
          sections.add(new Section(first, next - first, first + 1));
          first = next;
          bytes = 0;
        }
      }
      row += group.getRowCount();
    }
    if (first < row || sections.isEmpty()) {
      sections.add(new Section(first, row - first, first + 1));
    }
    return sections;
  }

  /**
   * In how many parts a row group is read. Without an index of pages each reader of a part passes
   * over the rows before it, and holds all of the group as it is packed.
   */
  private static long parts(BlockMetaData group) {
    long sections = bytes(group) / SECTION_BYTES;
    return group.getCompressedSize() > MOST_SHARED_BYTES
        ? 1
        : Math.max(1, Math.min(MOST_PARTS, Long.highestOneBit(sections)));
  }

  private static long bytes(BlockMetaData group) {
    return group.getColumns().stream()
        .mapToLong(ColumnChunkMetaData::getTotalUncompressedSize)
        .sum();
  }
}
