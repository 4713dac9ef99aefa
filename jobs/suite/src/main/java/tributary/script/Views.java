package tributary.script;

import java.util.Optional;

/** Where the views are that scripts read: intermediate results that are no tables of the lake. */
@FunctionalInterface
public interface Views {
  /** No views at all. */
  Views NONE = name -> Optional.empty();

  /** The script that defines a view or a table of work files; empty when there is none. */
  Optional<Script> definition(String name);
}
