package tributary.script;

import static java.util.Objects.requireNonNull;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tributary.script.Script.Statement;

/**
 * A library's scripts with values in the place of their placeholders. Each brings the views that it
 * reads, so that a session can define them in their order.
 */
public final class BoundLibrary implements Views {
  private final SqlLibrary library;
  private final Map<String, Object> values;
  private final Map<String, String> variants;

  BoundLibrary(SqlLibrary library, Map<String, ?> values, Map<String, String> variants) {
    this.library = requireNonNull(library, "library is null");
    this.values = new HashMap<>(values);
    this.variants = Map.copyOf(variants);
  }

  /** The same with more values, or others. */
  public BoundLibrary with(Map<String, ?> others) {
    Map<String, Object> all = new HashMap<>(values);
    all.putAll(others);
    return new BoundLibrary(library, all, variants);
  }

  /** The same with one of the variants of a view. */
  public BoundLibrary choosing(String view, String variant) {
    Map<String, String> all = new HashMap<>(variants);
    all.put(view, variant);
    return new BoundLibrary(library, values, all);
  }

  /**
   * @param name without its ending, such as {@code curated/sales}
   * @throws IllegalArgumentException when there is no such file, or no value for a placeholder
   */
  public Script script(String name) {
    return script(name + ".sql", library.text(name + ".sql"));
  }

  /**
   * The query that a view stands for.
   *
   * @throws IllegalArgumentException when there is no such view, or none of its variants was chosen
   */
  public Script view(String name) {
    return library
        .definitionFile(name, Optional.ofNullable(variants.get(name)))
        .map(file -> script(file, library.text(file)))
        .orElseThrow(() -> new IllegalArgumentException("Cannot find the view " + name));
  }

  @Override
  public Optional<Script> definition(String name) {
    return library
        .definitionFile(name, Optional.ofNullable(variants.get(name)))
        .map(file -> definition(name, script(file, library.text(file))));
  }

  private Script script(String file, String text) {
    return Script.parse(file, text).within(this).bind(values);
  }

  /** A table of work files says itself how it is created; a view is only its query. */
  private Script definition(String name, Script script) {
    Statement only = script.only();
    if (SqlLibrary.isOfWorkFiles(script.name())) {
      return script;
    }
    String text = "CREATE TEMPORARY VIEW `%s` AS\n%s".formatted(name, only.text());
    return new Script(script.name(), List.of(new Statement(text, only.line())), this);
  }
}
