package tributary.curate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tributary.curate.FileFacts.Content;
import tributary.publish.Draft;
import tributary.script.Script;
import tributary.script.Script.Fragment;

/**
 * Lands the lines of files. The run's batch session must know the views {@code input_lines} and
 * {@code input_customers}, which deliver the lines of transactions and of customers under their
 * canonical columns, where there are files of them.
 */
public final class Landing {
  /** The tables it writes. */
  public static final List<String> TABLES =
      List.of("landing.transactions", "landing.customers", "landing.files");

  private Landing() {}

  /**
   * How a source's files are landed.
   *
   * @param source the source profile's name
   * @param equalLinesAreReal whether equal lines of a file are separate sales
   * @param identity the canonical columns that identify a sale, beside its time and figures
   * @param replace whether a file stands in the place of an earlier one of its name
   */
  public record Options(
      String source, boolean equalLinesAreReal, List<String> identity, boolean replace) {}

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
    for (Map<String, Object> file : draft.rows(LandedFiles.TABLE)) {
      Map<String, Object> kept = new HashMap<>(file);
      if (name.equals(file.get("source_file")) && file.get("replaced_by") == null) {
        kept.put("replaced_by", file.get("file_number"));
        withdrawn++;
      }
      files.add(kept);
    }
    draft.replace(LandedFiles.TABLE, files);
    return withdrawn;
  }

  private static boolean isWithdrawn(Map<String, Object> file) {
    return file.get("file_number").equals(file.get("replaced_by"));
  }

  /** Lands the files' lines, and records the files with what the reader counted. */
  public static Landed land(Draft draft, List<FileFacts> files, Options options) {
    return land(draft, files, options, "");
  }

  /**
   * The same, and records by which patterns the source reads times.
   *
   * @param timePatterns for messages about times that none fits
   */
  public static Landed land(
      Draft draft, List<FileFacts> files, Options options, String timePatterns) {
    LandedFiles ledger = new LandedFiles(draft, options, timePatterns);
    List<Map<String, Object>> rows =
        ledger.record(files, landLines(draft, files, ledger.next(), options));
    draft.tookIn(files.stream().map(FileFacts::name).toList());
    for (Content content : contents(files)) {
      checkLanded(
          draft, content.table(), sum(rows.stream().filter(content::isOf).toList(), "lines_read"));
    }
    return new Landed(files.size(), sum(rows, "lines_read"), sum(rows, "problem_lines"));
  }

  private static Set<Content> contents(List<FileFacts> files) {
    return files.stream()
        .map(FileFacts::content)
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Content.class)));
  }

  private static void checkLanded(Draft draft, String table, long lines) {
    long landed = draft.rowCount(table) - draft.rowCountBefore(table);
    draft.check(
        table,
        "every_line_landed",
        landed == lines,
        landed + " rows landed",
        lines + " lines read",
        "The reader counted %d lines but %d rows landed; check the profile's joins and WHERE"
            .formatted(lines, landed));
    draft.auditOnly(table, "ingest_id = '%s'".formatted(draft.id()));
  }

  private static Map<String, Object> landLines(
      Draft draft, List<FileFacts> files, long first, Options options) {
    Map<Content, List<Fragment>> numbers = new EnumMap<>(Content.class);
    for (int i = 0; i < files.size(); i++) {
      String name = files.get(i).name().replace("'", "''");
      numbers
          .computeIfAbsent(files.get(i).content(), content -> new ArrayList<>())
          .add(new Fragment("('%s', CAST(%d AS BIGINT))".formatted(name, first + i)));
    }
    if (numbers.containsKey(Content.TRANSACTIONS)) {
      defineNumberedLines(draft, options);
    }
    List<Script> scripts = new ArrayList<>();
    numbers.forEach((content, ofContent) -> scripts.add(landing(draft, content, ofContent)));
    return draft.batch().run("ingest", scripts.toArray(Script[]::new));
  }

  private static void defineNumberedLines(Draft draft, Options options) {
    String numbering = options.equalLinesAreReal() ? "lines_repeated" : "lines_once";
    draft
        .batch()
        .define(
            draft
                .library()
                .script("landing/hashed_lines.sql")
                .bind(Map.of("identity", options.identity().stream().map(Fragment::new).toList())));
    draft.batch().define(draft.library().script("landing/" + numbering + ".sql"));
  }

  private static Script landing(Draft draft, Content content, List<Fragment> numbers) {
    return draft
        .library()
        .script(content.table().replace('.', '/') + ".sql")
        .bind(
            Map.of(
                "ingest_id", draft.id(),
                "ingested_at", draft.startedAt(),
                "file_numbers", numbers));
  }

  private static long sum(List<Map<String, Object>> rows, String column) {
    return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
  }
}
