package tributary.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tributary.config.UserError;

/** Finds the files that a user means by a file, a directory or a glob. */
public final class InputFiles {
  private InputFiles() {}

  /**
   * The files meant, sorted by name. In a directory, and by a glob, files whose name or folder
   * begins with a dot or an underscore are left out.
   *
   * @throws UserError when there is none, or one cannot be read
   */
  public static List<InputFile> resolve(String fileOrDirectoryOrGlob) {
    Path given = Path.of(fileOrDirectoryOrGlob).toAbsolutePath().normalize();
    if (Files.isRegularFile(given)) {
      return List.of(readable(new InputFile(given, given.getFileName().toString())));
    }
    if (Files.isDirectory(given)) {
      return below(given, path -> true, fileOrDirectoryOrGlob);
    }
    if (fileOrDirectoryOrGlob.matches(".*[*?\\[{].*")) {
      return below(directoryOf(given), matching(given), fileOrDirectoryOrGlob);
    }
    throw new UserError(
        "Cannot read %s: there is no such file or directory".formatted(fileOrDirectoryOrGlob));
  }

  private static List<InputFile> below(Path directory, Predicate<Path> wanted, String given) {
    try (Stream<Path> paths = Files.walk(directory)) {
      List<InputFile> files =
          paths
              .filter(path -> wanted.test(path) && !isHidden(directory.relativize(path)))
              .filter(Files::isRegularFile)
              .map(path -> new InputFile(path, nameBelow(directory, path)))
              .sorted(Comparator.comparing(InputFile::name))
              .toList();
      if (files.isEmpty()) {
        throw new UserError("Cannot read %s: no file is found there".formatted(given));
      }
      files.forEach(InputFiles::readable);
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("Cannot read %s: %s".formatted(given, e.getMessage()), e);
    }
  }

  private static InputFile readable(InputFile file) {
    if (!Files.isReadable(file.path())) {
      throw new UserError("Cannot read %s: permission denied".formatted(file.path()));
    }
    return file;
  }

  private static boolean isHidden(Path relative) {
    for (Path part : relative) {
      if (part.toString().startsWith(".") || part.toString().startsWith("_")) {
        return true;
      }
    }
    return false;
  }

  private static String nameBelow(Path directory, Path file) {
    return directory.relativize(file).toString().replace('\\', '/');
  }

  private static Predicate<Path> matching(Path glob) {
    try {
      PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob);
      return matcher::matches;
    } catch (PatternSyntaxException e) {
      throw new UserError("Cannot read %s: it is not a valid pattern".formatted(glob), e);
    }
  }

  /** The deepest directory above the first part that holds a wildcard. */
  private static Path directoryOf(Path glob) {
    Path directory = glob.getRoot();
    for (Path part : glob) {
      if (part.toString().matches(".*[*?\\[{].*")) {
        break;
      }
      directory = directory.resolve(part);
    }
    if (!Files.isDirectory(directory)) {
      throw new UserError("Cannot read %s: there is no directory %s".formatted(glob, directory));
    }
    return directory;
  }
}
