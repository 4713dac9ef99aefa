package tributary.curate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.curate.FileFacts.Content;
import tributary.publish.Draft;
import tributary.script.BoundLibrary;
import tributary.script.Script;

/**
 * The part of the plan that is of customers files. What they say is worked out from all of them
 * together, whenever one came or went: a later line stands in the place of an earlier one.
 */
final class CustomerCuration {
  /** The tables that only customers files fill. */
  static final List<String> TABLES =
      List.of(
          "curated.customer_attribute",
          "curated.customer_reject",
          "curated.customer_reconciliation");

  /** The table that sales fill too. */
  static final String CUSTOMERS = "curated.customers";

  private static final List<String> READ_BY_SEVERAL =
      List.of("customer_lines", "judged_customers", "judged_attributes");

  private final Draft draft;
  private final List<Object> files;
  private final boolean hasNews;

  CustomerCuration(Draft draft) {
    this.draft = draft;
    this.files =
        draft.rows(LandedFiles.TABLE).stream()
            .filter(file -> Content.CUSTOMERS.isOf(file) && file.get("replaced_by") == null)
            .map(file -> file.get("file_number"))
            .toList();
    this.hasNews = !Set.copyOf(files).equals(counted());
  }

  private Set<Object> counted() {
    return draft.rows("curated.customer_reconciliation").stream()
        .map(row -> row.get("file_number"))
        .collect(Collectors.toSet());
  }

  /** Whether a customers file came or went since the last time. */
  boolean hasNews() {
    return hasNews;
  }

  /**
   * Clears the tables that are to be written anew, and computes what several of their scripts read.
   *
   * @param full whether they are to be written anew without news too
   * @return the scripts that write them
   */
  List<Script> prepare(boolean full) {
    boolean isStale = hasNews || full && !files.isEmpty();
    draft.clear(CUSTOMERS);
    if (isStale) {
      TABLES.forEach(draft::clear);
    }
    BoundLibrary library = library();
    List<Script> scripts = new ArrayList<>(List.of(library.script("curated/customers")));
    if (isStale && !files.isEmpty()) {
      READ_BY_SEVERAL.forEach(view -> draft.batch().computeOnce(view, library.view(view)));
      TABLES.forEach(table -> scripts.add(library.script(table.replace('.', '/'))));
    }
    return scripts;
  }

  private BoundLibrary library() {
    return Classification.bind(draft.library())
        .with(Map.of("files", files))
        .choosing("described_customers", files.isEmpty() ? "none" : "judged");
  }

  /** Counts rejects by reason, for the summary; nothing in a lake without customers files. */
  List<Script> summary() {
    return files.isEmpty()
        ? List.of()
        : List.of(draft.library().script("curated/customer_summary.sql"));
  }

  Demographics demographics(Map<String, Long> rejects) {
    List<Map<String, Object>> counts = draft.rows("curated.customer_reconciliation");
    return new Demographics(
        sum(counts, "lines_read"), sum(counts, "customers"), sum(counts, "superseded"), rejects);
  }

  private static long sum(List<Map<String, Object>> rows, String column) {
    return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
  }
}
