package tributary.config;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file under a temporary name beside its place until it is complete, so that nobody reads half of
 * it. Closing it without {@link #publish} leaves the directory as it was.
 */
public final class DraftFile implements Closeable {
  private final Path place;
  private final Path path;

  private DraftFile(Path place, Path path) {
    this.place = place;
    this.path = path;
  }

  /** A draft of the file that is to be in this place; nothing is written yet. */
  public static DraftFile of(Path place) {
    String name = "." + place.getFileName() + "." + ProcessHandle.current().pid() + ".draft";
    return new DraftFile(place, place.resolveSibling(name));
  }

  /** Where to write it. */
  public Path path() {
    return path;
  }

  /** Puts the complete file in its place, of an earlier one too. */
  public void publish() throws IOException {
    Files.move(path, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(path);
  }
}
