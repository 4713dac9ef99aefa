package tributary.input;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * A file to be read.
 *
 * @param path absolute
 * @param name its name in the lake: the path below the directory that the user gave, with forward
 *     slashes
 */
public record InputFile(Path path, String name) {
  public InputFile {
    requireNonNull(path, "path is null");
    requireNonNull(name, "name is null");
  }
}
