package tributary.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.publish.Draft;
import tributary.script.Script;
import tributary.script.Script.Fragment;
import tributary.script.SqlSession;

/**
 * Lands the lines of files. The run's batch session must know the view {@code input_lines}, which
 * delivers the lines under their canonical columns.
 */
public final class Landing {
  /** The tables it writes. */
  public static final List<String> TABLES = List.of("landing.transactions", "landing.files");

  private static final String FILES = "landing.files";
  private static final String LINES = "landing.transactions";

  private Landing() {}

  /**
   * How a source's files are landed.
   *
   * @param source the source profile's name
   * @param equalLinesAreReal whether equal lines of a file are separate sales
   * @param replace whether a file stands in the place of an earlier one of its name
   */
  public record Options(String source, boolean equalLinesAreReal, boolean replace) {}

  /** What became of an ingest. */
  public record Landed(long files, long lines, long problems) {}

  /**
   * The files whose content the lake does not have yet, from this source.
   *
   * @param landed rows of {@code landing.files}
   */
  public static List<FileFacts> unseen(
      List<Map<String, Object>> landed, String source, List<FileFacts> files) {
    Set<String> seen = new HashSet<>();
    for (Map<String, Object> file : landed) {
      boolean counts = file.get("replaced_by") == null || isWithdrawn(file);
      if (source.equals(file.get("source")) && counts) {
        seen.add((String) file.get("sha256"));
      }
    }
    return files.stream().filter(file -> seen.add(file.sha256())).toList();
  }

  /**
   * Takes files out again: the next curation leaves out their lines, which stay in landing. They
   * are not taken in a second time, unless as corrected deliveries.
   *
   * @param name the name of the files, as {@code landing.files} has it
   * @return how many files of that name counted until now
   */
  public static long withdraw(Draft draft, String name) {
    List<Map<String, Object>> files = new ArrayList<>();
    long withdrawn = 0;
    for (Map<String, Object> file : draft.rows(FILES)) {
      Map<String, Object> kept = new HashMap<>(file);
      if (name.equals(file.get("source_file")) && file.get("replaced_by") == null) {
        kept.put("replaced_by", file.get("file_number"));
        withdrawn++;
      }
      files.add(kept);
    }
    draft.replace(FILES, files);
    return withdrawn;
  }

  private static boolean isWithdrawn(Map<String, Object> file) {
    return file.get("file_number").equals(file.get("replaced_by"));
  }

  /** Lands the files' lines, and records the files with what the reader counted. */
  public static Landed land(Draft draft, List<FileFacts> files, Options options) {
    List<Map<String, Object>> before = draft.rows(FILES);
    long first =
        1 + before.stream().mapToLong(file -> (Long) file.get("file_number")).max().orElse(0);
    Map<String, Object> counted = landLines(draft, files, first, options);
    List<Map<String, Object>> rows = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      rows.add(row(draft, files.get(i), first + i, counted, options));
    }
    recordFiles(draft, before, rows, options);
    draft.tookIn(files.stream().map(FileFacts::name).toList());
    long lines = rows.stream().mapToLong(row -> (Long) row.get("lines_read")).sum();
    long problems = rows.stream().mapToLong(row -> (Long) row.get("problem_lines")).sum();
    long landed = draft.rowCount(LINES) - draft.rowCountBefore(LINES);
    draft.check(
        LINES,
        "every_line_landed",
        landed == lines,
        landed + " rows landed",
        lines + " lines read",
        "The reader counted %d lines but %d rows landed; check the profile's joins and WHERE"
            .formatted(lines, landed));
    draft.auditOnly(LINES, "ingest_id = '%s'".formatted(draft.id()));
    return new Landed(files.size(), lines, problems);
  }

  private static Map<String, Object> landLines(
      Draft draft, List<FileFacts> files, long first, Options options) {
    List<Fragment> numbers = new ArrayList<>();
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).name().replace("'", "''");
      numbers.add(new Fragment("('%s', CAST(%d AS BIGINT))".formatted(name, first + i)));
    }
    Map<String, ?> values =
        Map.of(
            "ingest_id", draft.id(),
            "ingested_at", draft.startedAt(),
            "file_numbers", numbers);
    SqlSession session = draft.batch();
    session.define(draft.library().script("landing/hashed_lines.sql"));
    session.define(
        draft
            .library()
            .script(
                options.equalLinesAreReal()
                    ? "landing/lines_repeated.sql"
                    : "landing/lines_once.sql"));
    Script landing = draft.library().script("landing/transactions.sql").bind(values);
    return session.run("ingest", landing);
  }

  private static Map<String, Object> row(
      Draft draft, FileFacts file, long number, Map<String, Object> counted, Options options) {
    Map<String, Object> row = new HashMap<>();
    row.put("file_number", number);
    row.put("ingest_id", draft.id());
    row.put("source", options.source());
    row.put("source_file", file.name());
    row.put("sha256", file.sha256());
    row.put("size_bytes", file.bytes());
    row.put("lines_read", count(counted, "lines:" + file.name()));
    row.put("problem_lines", count(counted, "problems:" + file.name()));
    row.put("equal_lines_are_real", options.equalLinesAreReal());
    row.put("ingested_at", draft.startedAt());
    return row;
  }

  private static long count(Map<String, Object> counted, String name) {
    return counted.get(name) instanceof Number number ? number.longValue() : 0;
  }

  private static void recordFiles(
      Draft draft,
      List<Map<String, Object>> before,
      List<Map<String, Object>> rows,
      Options options) {
    if (!options.replace()) {
      draft.append(FILES, rows);
      return;
    }
    Map<Object, Object> replacements =
        rows.stream()
            .collect(
                Collectors.toMap(row -> row.get("source_file"), row -> row.get("file_number")));
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> file : before) {
      Map<String, Object> kept = new HashMap<>(file);
      if (options.source().equals(file.get("source")) && file.get("replaced_by") == null) {
        kept.put("replaced_by", replacements.get(file.get("source_file")));
      }
      all.add(kept);
    }
    all.addAll(rows);
    draft.replace(FILES, all);
  }
}
