package tributary.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.table.api.TableEnvironment;

/** The views that scripts read, which a session has for as long as it plans a job. */
final class ScriptViews {
  private final TableEnvironment tables;
  private final Set<String> given;
  private final Map<String, Script> definitions = new LinkedHashMap<>();

  /**
   * @param given names of views that the session has already
   */
  ScriptViews(TableEnvironment tables, Set<String> given) {
    this.tables = tables;
    this.given = Set.copyOf(given);
  }

  /**
   * The definitions of what a script reads and the session does not have yet, each behind those
   * that it reads itself.
   *
   * @throws IllegalArgumentException when one reads itself, or is another for a script before
   */
  List<Script> missing(Script script) {
    int before = definitions.size();
    visit(script, List.of());
    return definitions.values().stream().skip(before).toList();
  }

  private void visit(Script script, List<String> readers) {
    for (String name : Reads.of(script.statements()).all()) {
      Optional<Script> definition =
          given.contains(name) ? Optional.empty() : script.views().definition(name);
      if (definition.isEmpty()) {
        continue;
      }
      if (readers.contains(name)) {
        throw new IllegalArgumentException(
            "Cannot define the view %s: it reads itself, through %s"
                .formatted(name, String.join(", ", readers)));
      }
      if (!definitions.containsKey(name)) {
        List<String> path = new ArrayList<>(readers);
        path.add(name);
        visit(definition.get(), path);
        definitions.put(name, definition.get());
      } else if (!definitions.get(name).statements().equals(definition.get().statements())) {
        throw new IllegalArgumentException(
            "Cannot define the view %s for %s: a script of the same job has other values for it"
                .formatted(name, script.name()));
      }
    }
  }

  /** Lets the session forget what was missing. */
  void forget() {
    definitions.forEach(
        (name, script) -> {
          if (SqlLibrary.isOfWorkFiles(script.name())) {
            tables.dropTemporaryTable(name);
          } else {
            tables.dropTemporaryView(name);
          }
        });
  }
}
