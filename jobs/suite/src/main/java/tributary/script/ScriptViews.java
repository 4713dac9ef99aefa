package tributary.script;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.flink.table.api.TableEnvironment;

/** The views that scripts read, which a session knows for as long as it plans a job. */
final class ScriptViews {
  private final TableEnvironment tables;
  private final Set<String> known;
  private final List<Definition> definitions = new ArrayList<>();

  private record Definition(String name, Script script) {}

  ScriptViews(TableEnvironment tables) {
    this.tables = tables;
    this.known = new HashSet<>(Set.of(tables.listTemporaryTables()));
  }

  /**
   * The definitions of what a script reads and the session does not know yet, each behind those
   * that it reads itself.
   *
   * @throws IllegalArgumentException when one reads itself
   */
  List<Script> missing(Script script) {
    int before = definitions.size();
    visit(script, List.of());
    return definitions.subList(before, definitions.size()).stream()
        .map(Definition::script)
        .toList();
  }

  private void visit(Script script, List<String> readers) {
    for (String name : Reads.of(script.statements()).all()) {
      if (known.contains(name)) {
        continue;
      }
      if (readers.contains(name)) {
        throw new IllegalArgumentException(
            "Cannot define the view %s: it reads itself, through %s"
                .formatted(name, String.join(", ", readers)));
      }
      Optional<Script> definition = script.views().definition(name);
      if (definition.isPresent()) {
        List<String> path = new ArrayList<>(readers);
        path.add(name);
        visit(definition.get(), path);
        known.add(name);
        definitions.add(new Definition(name, definition.get()));
      }
    }
  }

  /** Lets the session forget what was missing. */
  void forget() {
    for (Definition each : definitions) {
      if (SqlLibrary.isOfWorkFiles(each.script().name())) {
        tables.dropTemporaryTable(each.name());
      } else {
        tables.dropTemporaryView(each.name());
      }
    }
  }
}
