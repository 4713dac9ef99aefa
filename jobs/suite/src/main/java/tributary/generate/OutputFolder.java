package tributary.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import tributary.config.UserError;

/**
 * Keeps files under temporary names beside their places until all are complete, so that nobody
 * reads half a file. Closing it without {@link #publish} leaves the folder as it was.
 */
final class OutputFolder implements Closeable {
  private final Path folder;
  private final Map<Path, Path> drafts = new LinkedHashMap<>();

  private OutputFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens a folder, made when it is absent.
   *
   * @throws UserError when it is something else or can't be written to
   */
  static OutputFolder open(Path folder) {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new UserError(
          "Cannot write to " + folder + ": it is not a directory; name a directory");
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UserError(
          "Cannot create the directory " + folder + ": " + e + "; name one that can be made");
    }
    if (!Files.isWritable(folder)) {
      throw new UserError(
          "Cannot write to " + folder + ": no permission; name a directory of your own");
    }
    return new OutputFolder(folder);
  }

  /**
   * The temporary place of a file.
   *
   * @throws UserError when a directory is in the file's place
   */
  Path draft(String name) {
    Path place = folder.resolve(name);
    if (Files.isDirectory(place)) {
      throw new UserError(
          "Cannot write " + place + ": it is a directory; move it or name another directory");
    }
    Path draft = folder.resolve("." + name + "." + ProcessHandle.current().pid() + ".draft");
    drafts.put(draft, place);
    return draft;
  }

  /** Moves the complete files into place, in the order in which they were begun. */
  void publish() throws IOException {
    for (Map.Entry<Path, Path> file : drafts.entrySet()) {
      Files.move(
          file.getKey(),
          file.getValue(),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    drafts.clear();
  }

  @Override
  public void close() throws IOException {
    for (Path draft : drafts.keySet()) {
      Files.deleteIfExists(draft);
    }
  }
}
