package tributary.lake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes files durable together with the way to them. A directory may have been created a moment ago
 * by another thread or process which has not synced its entry yet, or never will: so the entries
 * above a directory are synced, once, before a first file in it counts as durable.
 */
final class DurablePaths {
  private final Disk disk;
  private final Set<Path> directories = ConcurrentHashMap.newKeySet();

  DurablePaths(Disk disk) {
    this.disk = disk;
  }

  /**
   * Returns when a file and the way to it survive a power cut.
   *
   * @throws IOException when the system cannot tell so, naming what could not be synced
   */
  void force(Path file) throws IOException {
    disk.forceFile(file);
    disk.forceDirectory(file.getParent());
    forceEntry(file.getParent());
  }

  /** Syncs the entries of a directory and those above it, as far up as this user may make any. */
  private void forceEntry(Path directory) throws IOException {
    List<Path> forced = new ArrayList<>();
    for (Path below = directory;
        below.getParent() != null
            && !directories.contains(below)
            && Files.isWritable(below.getParent());
        below = below.getParent()) {
      disk.forceDirectory(below.getParent());
      forced.add(below);
    }
    directories.addAll(forced);
  }
}
