package tributary.input;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param path absolute
 * @param name its name in the lake: the path below the directory that the user gave, with forward
 *     slashes; of a file in an archive, its name there after the archive's
 * @param entry the name in the archive that the path is of, or empty
 */
public record InputFile(Path path, String name, String entry) {
  public InputFile {
    requireNonNull(path, "path is null");
    requireNonNull(name, "name is null");
    requireNonNull(entry, "entry is null");
  }

  /** A file that is in no archive. */
  public InputFile(Path path, String name) {
    this(path, name, "");
  }

  /** Whether it is in an archive, at the path. */
  boolean isEntry() {
    return !entry.isEmpty();
  }

  /** The file's own path; of one in an archive, there. */
  Path place() {
    return isEntry() ? Path.of("/").resolve(entry) : path;
  }

  /** The same file, unpacked to a place of its own. */
  InputFile unpackedTo(Path file) {
    return new InputFile(file, name, entry);
  }
}
