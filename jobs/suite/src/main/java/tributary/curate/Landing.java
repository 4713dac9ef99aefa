package tributary.curate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import tributary.config.UserError;
import tributary.curate.FileFacts.Content;
import tributary.publish.Draft;
import tributary.script.BoundLibrary;
import tributary.script.Condition;
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
   * @param replace whether a file stands in the place of an earlier one, as {@link Corrections}
   *     finds it
   * @param replaced the number of that file, where the user says it
   */
  public record Options(
      String source,
      boolean equalLinesAreReal,
      List<String> identity,
      boolean replace,
      Optional<Long> replaced) {}

  /**
   * What became of an ingest.
   *
   * @param passedOver of files that are joined, the lines that could not be read, told by file
   */
  public record Landed(
      long files,
      long lines,
      long problems,
      Map<String, String> passedOver,
      List<Replacement> replaced) {}

  /**
   * The files whose content the lake never had, from this source: what was withdrawn or replaced
   * does not come back by being delivered again.
   *
   * @param landed rows of {@code landing.files}
   */
  public static List<FileFacts> unseen(
      List<Map<String, Object>> landed, String source, List<FileFacts> files) {
    Set<String> seen = new HashSet<>();
    for (Map<String, Object> file : landed) {
      if (source.equals(file.get("source"))) {
        seen.add((String) file.get("sha256"));
      }
    }
    return files.stream().filter(file -> seen.add(file.sha256())).toList();
  }

  /**
   * Takes a file out again: the next curation leaves out its lines, which stay in landing. It is
   * not taken in a second time, unless as a corrected delivery.
   *
   * @param name the name of the file, as {@code landing.files} has it
   * @param number its number there, where the user says it
   * @return what it was, for people
   * @throws UserError unless just one file counts of which that is true
   */
  public static String withdraw(Draft draft, String name, Optional<Long> number) {
    List<Map<String, Object>> files = draft.rows(LandedFiles.TABLE);
    List<TakenFile> meant =
        TakenFile.counting(files).stream()
            .filter(file -> name.equals(file.name()))
            .filter(file -> number.isEmpty() || number.get() == file.number())
            .toList();
    if (meant.isEmpty()) {
      throw new UserError(
          "Cannot withdraw %s: landing.files has no file of that name%s that counts"
              .formatted(name, number.map(each -> " and number " + each).orElse("")));
    }
    if (meant.size() > 1) {
      throw new UserError(
          "Cannot withdraw %s: %s files of that name count, %s; --file-number N says which"
              .formatted(name, meant.size(), TakenFile.shown(meant)));
    }
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> file : files) {
      Map<String, Object> kept = new HashMap<>(file);
      if (file.get("file_number").equals(meant.get(0).number())) {
        kept.put("replaced_by", file.get("file_number"));
      }
      all.add(kept);
    }
    draft.replace(LandedFiles.TABLE, all);
    return meant.get(0).shown();
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
    Map<String, Object> counted = landLines(draft, files, ledger.next(), options);
    List<Map<String, Object>> rows = ledger.rows(files, counted);
    List<Replacement> replaced =
        options.replace()
            ? Corrections.find(
                draft,
                ledger.known(),
                rows.stream().map(TakenFile::of).toList(),
                options.replaced())
            : List.of();
    ledger.record(rows, replaced);
    draft.tookIn(files.stream().map(FileFacts::name).toList());
    for (Content content : contents(files)) {
      checkLanded(
          draft, content.table(), sum(rows.stream().filter(content::isOf).toList(), "lines_read"));
    }
    return new Landed(
        files.size(),
        sum(rows, "lines_read"),
        sum(rows, "problem_lines"),
        LandedFiles.passedOver(counted),
        replaced);
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
        "The reader counted %s lines but %s rows landed; check the profile's joins and WHERE"
            .formatted(lines, landed));
    draft.auditOnly(table, Condition.of("ingest_id = ${ingest}", Map.of("ingest", draft.id())));
  }

  private static Map<String, Object> landLines(
      Draft draft, List<FileFacts> files, long first, Options options) {
    Map<String, Long> numbers = new HashMap<>();
    for (int i = 0; i < files.size(); i++) {
      numbers.put(files.get(i).name(), first + i);
    }
    defineFileNumber(draft, numbers);
    BoundLibrary library = library(draft, options);
    Script[] scripts =
        contents(files).stream()
            .map(content -> library.script(content.table().replace('.', '/')))
            .toArray(Script[]::new);
    return draft.batch().run("ingest", scripts);
  }

  private static void defineFileNumber(Draft draft, Map<String, Long> numbers) {
    StreamTableEnvironment tables = draft.batch().tables();
    tables.dropTemporarySystemFunction(FileNumber.NAME);
    tables.createTemporarySystemFunction(FileNumber.NAME, new FileNumber(numbers));
  }

  private static BoundLibrary library(Draft draft, Options options) {
    Map<String, Object> values =
        Map.of(
            "identity", options.identity().stream().map(Fragment::new).toList(),
            "ingest_id", draft.id(),
            "ingested_at", draft.startedAt());
    return draft
        .library()
        .bind(values)
        .choosing("numbered_lines", options.equalLinesAreReal() ? "repeated" : "once");
  }

  private static long sum(List<Map<String, Object>> rows, String column) {
    return rows.stream().mapToLong(row -> (Long) row.get(column)).sum();
  }
}
