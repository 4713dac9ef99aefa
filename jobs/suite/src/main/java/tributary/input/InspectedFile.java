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
 *     or a Parquet file's rows
 * @param sections parts that can be read at the same time
 * @param directories the columns that its directories give
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
    List<DirectoryColumn> directories) {

  /** How a file is written. */
  public enum Kind {
    TEXT,
    GZIPPED_TEXT,
    PARQUET
  }

  /**
   * A part of a file that begins at the beginning of a record.
   *
   * @param offset of its first byte; 0 begins before the header. Of Parquet, its first row group
   * @param length in bytes; of Parquet, in row groups
   * @param firstLine the number of its first physical line, or row
   */
  public record Section(long offset, long length, long firstLine) implements Serializable {}

  /**
   * Whether anything follows the header.
   *
   * @param linesBefore how many lines of a text come before its first record
   */
  boolean holdsLines(int linesBefore) {
    return lines > (kind == Kind.PARQUET ? 0 : linesBefore);
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
  }
}
