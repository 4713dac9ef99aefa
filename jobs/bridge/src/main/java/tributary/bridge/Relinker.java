package tributary.bridge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tributary.bridge.RelinkTable.Change;

/** Bundles the classes of Flink ML that the table asks for, changed as it says. */
public final class Relinker {
  private final RelinkTable table;
  private final ClassFiles originals;

  Relinker(RelinkTable table, ClassFiles originals) {
    this.table = table;
    this.originals = originals;
  }

  /**
   * Runs as a step of the build.
   *
   * @param arguments the table, the directory of this module's classes, then the jars of Flink ML
   */
  public static void main(String[] arguments) throws IOException {
    Path classes = Path.of(arguments[1]);
    List<Path> jars = Stream.of(arguments).skip(2).map(Path::of).toList();
    RelinkTable table = RelinkTable.parse(Files.readAllLines(Path.of(arguments[0])));
    try (ClassFiles originals = new ClassFiles(jars);
        ClassFiles own = new ClassFiles(List.of(classes))) {
      write(new Relinker(table, originals).relink(own), classes);
    }
  }

  /**
   * Collects the classes to bundle.
   *
   * @param own the classes that this module has written
   * @return class files by internal name, those written in this module left out
   * @throws IllegalStateException when a line of the table has no effect
   */
  Map<String, byte[]> relink(ClassFiles own) {
    Map<String, byte[]> reached =
        Reachable.from(
            table.roots(), name -> table.isAfresh(name) ? own.bytes(name) : relinked(name, own));
    requireUsed(reached.keySet());
    reached.keySet().removeIf(name -> !isOriginal(name));
    return reached;
  }

  private Optional<byte[]> relinked(String name, ClassFiles own) {
    if (!isOriginal(name)) {
      return own.bytes(name);
    }
    List<Change> changes = table.changesOf(name);
    return originals
        .bytes(name)
        .map(bytes -> changes.isEmpty() ? bytes : ClassPatcher.patch(bytes, changes));
  }

  private boolean isOriginal(String name) {
    return !table.isAfresh(name) && originals.bytes(name).isPresent();
  }

  private void requireUsed(Set<String> reached) {
    Set<String> unused = new TreeSet<>(table.roots());
    unused.addAll(table.afresh());
    table.changes().forEach(change -> unused.add(change.className()));
    unused.removeAll(reached);
    if (!unused.isEmpty()) {
      throw new IllegalStateException(
          "Cannot relink Flink ML: nothing leads to " + unused + ", which the table names");
    }
  }

  private static void write(Map<String, byte[]> classFiles, Path directory) throws IOException {
    for (Map.Entry<String, byte[]> entry : classFiles.entrySet()) {
      Path file = directory.resolve(entry.getKey() + ".class");
      Files.createDirectories(file.getParent());
      Files.write(file, entry.getValue());
    }
  }
}
