package tributary.input;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;
import tributary.config.UserError;

/** Finds the files that a user means by a file, a directory or a glob. */
public final class InputFiles {
  private static final String DENIED = "permission denied";

  private InputFiles() {}

  /** The files meant, all of which can be read. */
  public static List<InputFile> resolve(String fileOrDirectoryOrGlob) {
    return resolve(fileOrDirectoryOrGlob, LeftOutFiles.refusing());
  }

  /**
   * The files meant, sorted by name. In a directory, and by a glob, files whose name or folder
   * begins with a dot or an underscore are left out.
   *
   * @param leftOut takes files of a directory or a glob that are locks, unfinished or not readable
   * @throws UserError when there is none, or the only one cannot be read
   */
  public static List<InputFile> resolve(String fileOrDirectoryOrGlob, LeftOutFiles leftOut) {
    Path given = Path.of(fileOrDirectoryOrGlob).toAbsolutePath().normalize();
    if (Files.isRegularFile(given)) {
      InputFile file = new InputFile(given, given.getFileName().toString());
      if (!Files.isReadable(given)) {
        throw FileInspector.cannotRead(file, DENIED);
      }
      return List.of(file);
    }
    if (Files.isDirectory(given)) {
      return below(given, path -> true, fileOrDirectoryOrGlob, leftOut);
    }
    if (fileOrDirectoryOrGlob.matches(".*[*?\\[{].*")) {
      return below(directoryOf(given), matching(given), fileOrDirectoryOrGlob, leftOut);
    }
    throw new UserError(
        "Cannot read %s: there is no such file or directory".formatted(fileOrDirectoryOrGlob));
  }

  private static List<InputFile> below(
      Path directory, Predicate<Path> wanted, String given, LeftOutFiles leftOut) {
    List<InputFile> files = new ArrayList<>();
    try {
      Files.walkFileTree(
          directory,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
              return folder.equals(directory) || !isHidden(folder)
                  ? FileVisitResult.CONTINUE
                  : FileVisitResult.SKIP_SUBTREE;
            }

            @Override
            public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
              if (wanted.test(path) && !isHidden(path)) {
                take(new InputFile(path, nameBelow(directory, path)), files, leftOut);
              }
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path path, IOException failure)
                throws IOException {
              if (path.equals(directory)) {
                throw failure;
              }
              leaveOut(new InputFile(path, nameBelow(directory, path) + "/"), DENIED, leftOut);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("Cannot read %s: %s".formatted(given, e.getMessage()), e);
    }
    if (files.isEmpty()) {
      throw leftOut.isEmpty()
          ? new UserError("Cannot read %s: no file is found there".formatted(given))
          : leftOut.error();
    }
    files.sort(Comparator.comparing(InputFile::name));
    return files;
  }

  private static void take(InputFile file, List<InputFile> files, LeftOutFiles leftOut) {
    Optional<String> unfinished = UnfinishedFiles.reason(file.path().getFileName().toString());
    if (unfinished.isPresent()) {
      leaveOut(file, unfinished.get(), leftOut);
    } else if (!Files.exists(file.path())) {
      leaveOut(file, "it is a link to a file that is not there", leftOut);
    } else if (Files.isRegularFile(file.path()) && !Files.isReadable(file.path())) {
      leaveOut(file, DENIED, leftOut);
    } else if (Files.isRegularFile(file.path())) {
      files.add(file);
    }
  }

  private static void leaveOut(InputFile file, String why, LeftOutFiles leftOut) {
    leftOut.add(file.name(), FileInspector.cannotRead(file, why));
  }

  private static boolean isHidden(Path path) {
    String name = path.getFileName().toString();
    return (name.startsWith(".") || name.startsWith("_")) && !UnfinishedFiles.isLock(name);
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
