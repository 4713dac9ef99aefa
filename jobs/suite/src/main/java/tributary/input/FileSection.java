package tributary.input;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tributary.input.FileTableOptions.Format;
import tributary.input.InspectedFile.Kind;
import tributary.input.InspectedFile.Section;
import tributary.input.zip.Archive;

/**
 * A part of a file, with all that a task needs to read it.
 *
 * @param path of the file
 * @param name the source_file of its lines
 * @param bytes the size of the whole file when it was inspected
 * @param charset name of its encoding
 * @param kind how it is written
 * @param delimiter between two columns of a text
 * @param columns the names of its columns, those of its directories last
 * @param part where this section is
 * @param directories the columns that its directories give
 * @param inside where in the file on disk it is
 */
record FileSection(
    String path,
    String name,
    long bytes,
    String charset,
    Kind kind,
    char delimiter,
    ArrayList<String> columns,
    Section part,
    ArrayList<DirectoryColumn> directories,
    Inside inside)
    implements Serializable {

  static List<FileSection> of(InspectedFile file) {
    return file.sections().stream()
        .map(
            section ->
                new FileSection(
                    file.path().toString(),
                    file.name(),
                    file.bytes(),
                    file.charset().name(),
                    file.kind(),
                    file.delimiter(),
                    new ArrayList<>(file.columns()),
                    section,
                    new ArrayList<>(file.directories()),
                    file.inside()))
        .toList();
  }

  /**
   * Joins neighbours until no Parquet file has more sections than readers, since each section takes
   * the dictionaries of its row groups anew.
   */
  static List<FileSection> joined(List<FileSection> sections, int readers) {
    return sections.stream()
        .collect(groupingBy(FileSection::name, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .flatMap(
            file -> file.get(0).kind == Kind.PARQUET ? joinedFile(file, readers) : file.stream())
        .toList();
  }

  private static Stream<FileSection> joinedFile(List<FileSection> sections, int readers) {
    int count = sections.size();
    int wanted = Math.min(count, readers);
    return IntStream.range(0, wanted)
        .mapToObj(i -> sections.subList(i * count / wanted, (i + 1) * count / wanted))
        .map(neighbours -> neighbours.get(0).with(Section.whole(parts(neighbours))));
  }

  private static List<Section> parts(List<FileSection> sections) {
    return sections.stream().map(FileSection::part).toList();
  }

  /** The same file, but another part of it. */
  FileSection with(Section other) {
    return new FileSection(
        path, name, bytes, charset, kind, delimiter, columns, other, directories, inside);
  }

  /**
   * Opens it before its first record.
   *
   * @param use what is needed of the file's columns
   * @throws IOException when the file is not the one that was inspected
   */
  FileRecord open(FileTableOptions options, ColumnUse use) throws IOException {
    FileRecord own = openOwn(options, use);
    return directories.isEmpty() ? own : new DirectoryRecord(own, ownColumns(), directories);
  }

  /** Whether columns are found by their names. */
  boolean namesColumns(FileTableOptions options) {
    return options.namesColumns() || !directories.isEmpty() || isJson(options);
  }

  private boolean isJson(FileTableOptions options) {
    return kind.isText() && options.isJson(name);
  }

  int ownColumns() {
    return columns.size() - directories.size();
  }

  /** A file that was unpacked for it has no name any more, and lives as long as it is open. */
  private FileRecord openOwn(FileTableOptions options, ColumnUse use) throws IOException {
    if (inside.entry().isEmpty()) {
      return openOwn(Path.of(path), options, use);
    }
    Path unpacked = unpacked();
    try {
      return openOwn(unpacked, options, use);
    } finally {
      Files.delete(unpacked);
    }
  }

  private Path unpacked() throws IOException {
    try {
      return Archive.unpack(Path.of(path), inside.entry());
    } catch (IOException e) {
      throw new IOException("Cannot read %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private FileRecord openOwn(Path file, FileTableOptions options, ColumnUse use)
      throws IOException {
    if (Files.size(file) != bytes) {
      throw new IOException(
          "Cannot read %s: it has changed since it was inspected".formatted(name));
    }
    if (kind == Kind.PARQUET) {
      return new ParquetRecords(this, file, use);
    }
    if (kind == Kind.SHEET) {
      return new SheetRecord(this, file, use);
    }
    if (isJson(options)) {
      return new JsonRecord(
          JsonRecord.lines(text(file), part.firstLine()), columns.subList(0, ownColumns()));
    }
    TextDialect dialect = options.dialect(delimiter);
    return TextStreams.closedOnFailure(
        dialect.lines(text(file), part.firstLine()), lines -> records(lines, options, dialect));
  }

  private FileRecord records(LineBuffer lines, FileTableOptions options, TextDialect dialect)
      throws IOException {
    if (part.offset() == 0) {
      Header.skip(lines, options, dialect);
    }
    return options.format() == Format.FIXED
        ? new FixedRecord(lines, options)
        : new TextRecord(new RecordReader(lines, dialect, ownColumns()));
  }

  private InputStream text(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file);
    InputStream in = Channels.newInputStream(channel.position(part.offset()));
    return TextStreams.utf8(
        kind == Kind.GZIPPED_TEXT
            ? TextStreams.gunzip(new BufferedInputStream(in))
            : new Bounded(in, part.length()),
        Charset.forName(charset));
  }

  /** The first bytes of a stream. */
  private static final class Bounded extends java.io.FilterInputStream {
    private long left;

    Bounded(InputStream in, long size) {
      super(in);
      this.left = size;
    }

    @Override
    public int read() throws IOException {
      int next = left > 0 ? in.read() : -1;
      left--;
      return next;
    }

    @Override
    public int read(byte[] target, int offset, int size) throws IOException {
      int read = left > 0 ? in.read(target, offset, (int) Math.min(size, left)) : -1;
      left -= Math.max(read, 0);
      return read;
    }
  }
}
