package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import tributary.lake.TableName;
import tributary.script.SqlLibrary;

/** A row of {@code ops.run}. */
public final class RunRecord {
  private final Map<String, Object> row;

  RunRecord(Map<String, Object> row) {
    this.row = Collections.unmodifiableMap(new HashMap<>(row));
  }

  public String id() {
    return (String) requireNonNull(row.get("run_id"), "run_id is null");
  }

  public String command() {
    return (String) row.get("command");
  }

  public RunStatus status() {
    return RunStatus.valueOf(((String) row.get("status")).toUpperCase(Locale.ROOT));
  }

  /** UTC. */
  public LocalDateTime startedAt() {
    return (LocalDateTime) row.get("started_at");
  }

  /** UTC; empty while it runs. */
  public Optional<LocalDateTime> finishedAt() {
    return Optional.ofNullable((LocalDateTime) row.get("finished_at"));
  }

  public String codeVersion() {
    return (String) row.get("code_version");
  }

  public String settingsHash() {
    return (String) row.get("settings_hash");
  }

  /** Its settings as texts, by name. */
  public SortedMap<String, String> settings() {
    SortedMap<String, String> settings = new TreeMap<>();
    Json.object((String) row.get("settings"))
        .forEach((name, text) -> settings.put(name, String.valueOf(text)));
    return settings;
  }

  /** Whether it ran these SQL files. */
  public boolean ran(SqlLibrary library) {
    return text("sql_hash").equals(Optional.of(Json.sha256(library.texts())));
  }

  /** The files that it took in. */
  public List<String> files() {
    return text("files_ingested").map(Json::texts).orElse(List.of());
  }

  /** Rows of each table that it wrote. */
  public SortedMap<String, Long> rowsWritten() {
    SortedMap<String, Long> rows = new TreeMap<>();
    text("rows_written")
        .map(Json::object)
        .ifPresent(
            json -> json.forEach((table, count) -> rows.put(table, ((Number) count).longValue())));
    return rows;
  }

  /** The state of every table that it began with. */
  Map<TableName, Long> inputs() {
    Map<TableName, Long> inputs = new HashMap<>();
    text("input_snapshots")
        .map(Json::object)
        .ifPresent(
            json ->
                json.forEach(
                    (table, id) -> inputs.put(TableName.of(table), ((Number) id).longValue())));
    return inputs;
  }

  /** The state that it published of a table, or would. */
  public OptionalLong published(TableName table) {
    return publication().map(Publication::moves).map(moves -> moves.get(table)).stream()
        .mapToLong(Publication.Move::to)
        .findFirst();
  }

  /** The seed of its fits, where it had any. */
  public Optional<String> seed() {
    return text("seed");
  }

  /** The snapshot of every table that it began with. */
  public SortedMap<String, Long> inputSnapshots() {
    SortedMap<String, Long> snapshots = new TreeMap<>();
    inputs().forEach((table, snapshot) -> snapshots.put(table.toString(), snapshot));
    return snapshots;
  }

  /** What it moved, or would move; empty before its audits have passed. */
  Optional<Publication> publication() {
    return text("publication").map(json -> Publication.recorded(id(), json));
  }

  /** Checks that passed, and that failed; empty before its audits. */
  public Optional<AuditCounts> audits() {
    return Optional.ofNullable((Long) row.get("audits_passed"))
        .map(passed -> new AuditCounts(passed, (Long) row.get("audits_failed")));
  }

  /** How many checks passed, and how many failed. */
  public record AuditCounts(long passed, long failed) {}

  /** Why it ended as it did, where that needs saying. */
  public Optional<String> message() {
    return text("message");
  }

  private Optional<String> text(String column) {
    return Optional.ofNullable((String) row.get(column));
  }
}
