package tributary.segment;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.FileSystem;
import org.apache.flink.core.fs.FileSystem.WriteMode;
import org.apache.flink.core.fs.Path;

/**
 * The files that pass between a window's jobs, in a directory that this process and the cluster
 * share; removed on closing.
 */
final class WorkFiles implements AutoCloseable {
  private final Path root;

  private WorkFiles(Path root) {
    this.root = root;
  }

  /** An empty directory below another. */
  static WorkFiles create(String directory, String name) {
    WorkFiles files = existing(directory, name);
    files.close();
    return files;
  }

  /** A directory below another, with what is in it. */
  static WorkFiles existing(String directory, String name) {
    return new WorkFiles(new Path(directory, name));
  }

  String samplePath() {
    return new Path(root, "sample").toString();
  }

  /** Where the points are that a job reads. */
  String pointsPath(String name) {
    return new Path(root, "points_" + name).toString();
  }

  /** Where one training job leaves its results; each job has its own. */
  String resultsPath(String name) {
    return new Path(root, "results_" + name).toString();
  }

  /** Writes a file of one line for each point, its coordinates separated by commas. */
  static void writePoints(String path, Iterable<double[]> points) {
    Path file = new Path(path, "part-0");
    try (PrintWriter writer =
        new PrintWriter(
            new OutputStreamWriter(
                file.getFileSystem().create(file, WriteMode.OVERWRITE), StandardCharsets.UTF_8))) {
      for (double[] point : points) {
        writer.print(Digits.text(point) + "\n");
      }
      if (writer.checkError()) {
        throw new IOException("the file system takes no more");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the points " + path, e);
    }
  }

  /** All lines of a directory's files, in the order of the files' names; none when it is absent. */
  static List<String> lines(String directory) {
    Path path = new Path(directory);
    List<String> lines = new ArrayList<>();
    try {
      FileSystem system = path.getFileSystem();
      if (!system.exists(path)) {
        return lines;
      }
      FileStatus[] found = system.listStatus(path);
      Arrays.sort(found, Comparator.comparing(file -> file.getPath().getName()));
      for (FileStatus file : found) {
        read(system, file, lines);
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the work files of " + directory, e);
    }
  }

  private static void read(FileSystem system, FileStatus file, List<String> lines)
      throws IOException {
    if (file.isDir() || file.getPath().getName().startsWith(".")) {
      return;
    }
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(system.open(file.getPath()), StandardCharsets.UTF_8))) {
      reader.lines().forEach(lines::add);
    }
  }

  @Override
  public void close() {
    try {
      root.getFileSystem().delete(root, true);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot remove the work files of " + root, e);
    }
  }
}
