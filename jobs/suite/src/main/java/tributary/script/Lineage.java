package tributary.script;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What tables and views are made of, as the SQL files say: those of the lake's namespaces, and
 * {@code given.yml} of what jobs make between them.
 */
public final class Lineage {
  private static final String GIVEN = "given.yml";

  /** Folders whose scripts fill no table. */
  private static final List<String> OTHERS =
      List.of("audits/", "checks/", "demo/", "preview/", "sources/");

  private final SortedMap<String, Node> nodes = new TreeMap<>();

  /** Who makes the rows of a node. */
  public enum Kind {
    TABLE,
    VIEW,
    FILES,
    GIVEN
  }

  /**
   * A table, {@code namespace.table}, or what is between tables.
   *
   * @param files those that fill or define it
   * @param reads the names of what it is made of, sorted
   */
  public record Node(String name, Kind kind, List<String> files, SortedSet<String> reads) {
    public Node {
      requireNonNull(name, "name is null");
      requireNonNull(kind, "kind is null");
    }
  }

  private Lineage() {}

  /** Reads all files of a library. */
  public static Lineage of(SqlLibrary library) {
    Lineage lineage = new Lineage();
    library
        .definitions()
        .forEach(
            (name, files) -> {
              for (String file : files.values()) {
                Kind kind = SqlLibrary.isOfWorkFiles(file) ? Kind.FILES : Kind.VIEW;
                lineage.add(name, kind, file, Reads.of(library.script(file).statements()));
              }
            });
    library.names("", ".sql").stream()
        .filter(file -> OTHERS.stream().noneMatch(file::startsWith))
        .filter(
            file ->
                library.definitions().values().stream().noneMatch(each -> each.containsValue(file)))
        .forEach(file -> lineage.addFilling(file, Reads.of(library.script(file).statements())));
    given(library)
        .forEach(
            (name, from) ->
                lineage.add(name, Kind.GIVEN, GIVEN, new Reads(Set.copyOf(from), Set.of())));
    return lineage;
  }

  private static Map<String, List<String>> given(SqlLibrary library) {
    try {
      return new YAMLMapper().readValue(library.text(GIVEN), new TypeReference<>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "Cannot read %s: %s".formatted(GIVEN, e.getOriginalMessage()), e);
    }
  }

  private void addFilling(String file, Reads reads) {
    for (String written : reads.written()) {
      add(written, isTable(written) ? Kind.TABLE : Kind.FILES, file, reads);
    }
  }

  private void add(String name, Kind kind, String file, Reads reads) {
    Node node =
        nodes.computeIfAbsent(name, key -> new Node(key, kind, new ArrayList<>(), new TreeSet<>()));
    node.files().add(file);
    reads.read().stream().map(Lineage::withoutCatalog).forEach(node.reads()::add);
  }

  /** A run reads the published state of a table from a catalog of its own. */
  private static String withoutCatalog(String name) {
    String[] parts = name.split("\\.");
    return parts.length > 2 ? parts[1] + "." + parts[2] : name;
  }

  /** All that scripts fill, define or are given, by name. */
  public SortedMap<String, Node> nodes() {
    return Collections.unmodifiableSortedMap(nodes);
  }

  public Optional<Node> find(String name) {
    return Optional.ofNullable(nodes.get(name));
  }

  /** The tables that the rows of a table or view come from, whatever is between them; sorted. */
  public SortedSet<String> tablesBefore(String name) {
    SortedSet<String> tables = new TreeSet<>();
    between(name).forEach(node -> tables.addAll(node.reads()));
    tables.removeIf(read -> !isTable(read));
    return tables;
  }

  /** A table or view, and all that is between it and the tables before it. */
  public Collection<Node> between(String name) {
    Map<String, Node> found = new LinkedHashMap<>();
    collect(name, found);
    return found.values();
  }

  private void collect(String name, Map<String, Node> found) {
    Node node = nodes.get(name);
    if (node != null && found.putIfAbsent(name, node) == null) {
      node.reads().stream().filter(read -> !isTable(read)).forEach(read -> collect(read, found));
    }
  }

  /** Names of tables have a namespace, those of what is between them have none. */
  public static boolean isTable(String name) {
    return name.contains(".");
  }
}
