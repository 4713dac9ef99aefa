package tributary.generate;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tributary.config.DraftFile;
import tributary.config.UserError;

/**
 * Keeps files as drafts until all are complete. Closing it without {@link #publish} leaves the
 * folder as it was.
 */
final class OutputFolder implements Closeable {
  private final Path folder;
  private final List<DraftFile> drafts = new ArrayList<>();

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
    DraftFile draft = DraftFile.of(place);
    drafts.add(draft);
    return draft.path();
  }

  /** Moves the complete files into place, in the order in which they were begun. */
  void publish() throws IOException {
    for (DraftFile draft : drafts) {
      draft.publish();
    }
  }

  @Override
  public void close() throws IOException {
    for (DraftFile draft : drafts) {
      draft.close();
    }
  }
}
