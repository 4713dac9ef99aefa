package tributary.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;

/**
 * A file that was read once from beginning to end and found to be whole.
 *
 * @param path absolute
 * @param name its name in the lake, the source_file of its lines
 * @param bytes its size on disk
 * @param sha256 of its bytes on disk, hexadecimal
 * @param charset the encoding that decodes all of it
 * @param kind how it is written
 * @param table the profile's table that reads it
 * @param isInput whether its lines are input lines, not a lookup's
 * @param content what the input lines are of, of the part of the profile that reads it
 * @param delimiter between two columns of a text
 * @param columns the names in its header, trimmed; after them those of its directories
 * @param lines its physical lines, of which a header counts as one and a line {@code sep=} as none;
 *     or the rows of a Parquet file or of a sheet below its header
 * @param sections parts that can be read at the same time
 * @param directories the columns that its directories give
 * @param inside where in the file on disk it is
 */
public record InspectedFile(
    Path path,
    String name,
    long bytes,
    String sha256,
    Charset charset,
    Kind kind,
    String table,
    boolean isInput,
    Content content,
    char delimiter,
    List<String> columns,
    long lines,
    List<Section> sections,
    List<DirectoryColumn> directories,
    Inside inside) {

  /** How a file is written. */
  public enum Kind {
    TEXT,
    GZIPPED_TEXT,
    PARQUET,
    SHEET;

    /** Whether it is lines of text. */
    boolean isText() {
      return this == TEXT || this == GZIPPED_TEXT;
    }
  }

  /**
   * A part of a file that begins at the beginning of a record.
   *
   * @param offset of its first byte; 0 begins before the header. Of Parquet, the rows before it; of
   *     a sheet, its rows up to the header
   * @param length in bytes; of Parquet, in rows
   * @param firstLine the number of its first physical line, or row
   */
  public record Section(long offset, long length, long firstLine) implements Serializable {
    /** One section of some that follow each other. */
    static Section whole(List<Section> sections) {
      long length = sections.stream().mapToLong(Section::length).sum();
      return new Section(sections.get(0).offset(), length, sections.get(0).firstLine());
    }
  }

  /**
   * Whether anything follows the header.
   *
   * @param options of the table that reads it
   */
  boolean holdsLines(FileTableOptions options) {
    boolean hasLinesBefore = kind.isText() && !options.isJson(name);
    return lines > (hasLinesBefore ? options.linesBefore() : 0);
  }

  /** Whether its columns are found by their names. */
  boolean namesColumns(FileTableOptions options) {
    return options.namesColumns() || kind.isText() && options.isJson(name);
  }

  /** The same, a part of it. */
  InspectedFile inside(Inside part) {
    return with(path, name, sha256, sections, part);
  }

  /** The same, one of several sheets: each is a file of its own in the lake. */
  InspectedFile sheet(Inside part) {
    return with(path, name + "/" + part.sheet(), Sums.of(sha256, part.sheet()), sections, part);
  }

  /**
   * The same, as an entry of the archive in which it was found before it was unpacked: its sections
   * are one, since each reader unpacks it.
   */
  InspectedFile in(InputFile archived) {
    List<Section> one = List.of(Section.whole(sections));
    return with(archived.path(), name, sha256, one, inside.in(archived.entry()));
  }

  private InspectedFile with(
      Path file, String newName, String newSum, List<Section> newSections, Inside newInside) {
    return new InspectedFile(
        file,
        newName,
        bytes,
        newSum,
        charset,
        kind,
        table,
        isInput,
        content,
        delimiter,
        columns,
        lines,
        newSections,
        directories,
        newInside);
  }

  public InspectedFile {
    requireNonNull(path, "path is null");
    requireNonNull(name, "name is null");
    requireNonNull(sha256, "sha256 is null");
    requireNonNull(charset, "charset is null");
    requireNonNull(kind, "kind is null");
    requireNonNull(table, "table is null");
    requireNonNull(content, "content is null");
    columns = List.copyOf(columns);
    sections = List.copyOf(sections);
    directories = List.copyOf(directories);
    requireNonNull(inside, "inside is null");
  }
}
