package tributary.input;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the public datasets, where they have been put beside the project. */
public final class RealFiles {
  private RealFiles() {}

  /** A file of {@code TRIBUTARY_DATA}, or of a directory {@code shared/data} beside a parent. */
  public static Optional<Path> find(String name) {
    String given = System.getenv("TRIBUTARY_DATA");
    if (given != null) {
      return Optional.of(Path.of(given, name)).filter(Files::exists);
    }
    return Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
        .map(parent -> parent.resolve("shared/data").resolve(name))
        .filter(Files::exists)
        .findFirst();
  }
}
