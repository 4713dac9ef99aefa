package tributary.lake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The local disk, which knows what of itself a power cut would leave: the bytes of files and the
 * entries of directories as they were when they were last forced.
 */
final class LossyDisk implements Disk {
  private static final long serialVersionUID = 1L;

  private final transient Path root;
  private final transient Map<Path, byte[]> bytes = new ConcurrentHashMap<>();
  private final transient Set<Path> entries = ConcurrentHashMap.newKeySet();
  private transient Runnable beforeEachStep = () -> {};
  private boolean isBroken;

  /**
   * @param root a directory which survives
   */
  LossyDisk(Path root) {
    this.root = root;
  }

  /** Runs an action before whatever is done to the disk from now on. */
  void beforeEachStep(Runnable action) {
    beforeEachStep = action;
  }

  /** From now on nothing can be synced. */
  void breakDown() {
    isBroken = true;
  }

  /** The files that can be found after a power cut, with what is left of them. */
  Map<Path, byte[]> afterPowerCut() {
    return entries.stream()
        .filter(path -> Files.isRegularFile(path) && isReachable(path))
        .collect(Collectors.toMap(path -> path, path -> bytes.getOrDefault(path, new byte[0])));
  }

  @Override
  public void createDirectories(Path directory) throws IOException {
    beforeEachStep.run();
    LocalDisk.INSTANCE.createDirectories(directory);
  }

  @Override
  public OutputStream create(Path file, OpenOption... options) throws IOException {
    beforeEachStep.run();
    return LocalDisk.INSTANCE.create(file, options);
  }

  @Override
  public void forceFile(Path file) throws IOException {
    beforeEachStep.run();
    requireIntact();
    bytes.put(file, Files.readAllBytes(file));
  }

  @Override
  public void forceDirectory(Path directory) throws IOException {
    beforeEachStep.run();
    requireIntact();
    if (directory.startsWith(root)) {
      try (Stream<Path> now = Files.list(directory)) {
        entries.addAll(now.toList());
      }
    }
  }

  private boolean isReachable(Path path) {
    return path.equals(root) || entries.contains(path) && isReachable(path.getParent());
  }

  private void requireIntact() throws IOException {
    if (isBroken) {
      throw new IOException("Input/output error");
    }
  }
}
