package tributary.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.nio.file.OpenOption;
import java.nio.file.Path;

/** What {@link LocalFileIO} asks of a file system; tests take one that loses what is not forced. */
interface Disk extends Serializable {
  /** Creates a directory and those above it, unless they exist. */
  void createDirectories(Path directory) throws IOException;

  /** Opens a file for writing. */
  OutputStream create(Path file, OpenOption... options) throws IOException;

  /** Returns when the bytes of a file that have been written survive a power cut. */
  void forceFile(Path file) throws IOException;

  /** Returns when a directory's entries survive a power cut; those of its parent may not. */
  void forceDirectory(Path directory) throws IOException;
}
