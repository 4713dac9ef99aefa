package tributary.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tributary.publish.Draft;
import tributary.publish.Json;

/** The record of the files taken in, with what the reader counted. */
final class LandedFiles {
  static final String TABLE = "landing.files";

  private static final String PASSED_OVER = "passed-over:";

  private final Draft draft;
  private final Landing.Options options;
  private final String timePatterns;
  private final List<Map<String, Object>> before;

  LandedFiles(Draft draft, Landing.Options options, String timePatterns) {
    this.draft = draft;
    this.options = options;
    this.timePatterns = timePatterns.isEmpty() ? null : timePatterns;
    this.before = draft.rows(TABLE);
  }

  /** The number of the next file. */
  long next() {
    return 1 + before.stream().mapToLong(file -> (Long) file.get("file_number")).max().orElse(0);
  }

  /** The files of the source before this ingest. */
  Corrections.Known known() {
    Map<Boolean, List<TakenFile>> files =
        before.stream()
            .filter(file -> options.source().equals(file.get("source")))
            .collect(
                Collectors.partitioningBy(
                    file -> file.get("replaced_by") == null,
                    Collectors.mapping(TakenFile::of, Collectors.toList())));
    return new Corrections.Known(files.get(true), files.get(false));
  }

  /**
   * The rows of files, with numbers from {@link #next}.
   *
   * @param counted what the reader counted, by its own names
   */
  List<Map<String, Object>> rows(List<FileFacts> files, Map<String, Object> counted) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FileFacts file : files) {
      rows.add(row(file, next() + rows.size(), counted));
    }
    return rows;
  }

  private Map<String, Object> row(FileFacts file, long number, Map<String, Object> counted) {
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
    row.put("content", file.content().text());
    row.put("time_patterns", timePatterns);
    row.put("column_names", Json.text(file.columns()));
    return row;
  }

  private static long count(Map<String, Object> counted, String name) {
    return counted.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /**
   * What the reader passed over of files that are joined, by the name of the file.
   *
   * @param counted what it counted, by its own names
   */
  static Map<String, String> passedOver(Map<String, Object> counted) {
    Map<String, String> texts = new TreeMap<>();
    counted.forEach(
        (name, number) -> {
          if (name.startsWith(PASSED_OVER)) {
            String file = name.substring(PASSED_OVER.length());
            List<?> examples = (List<?>) counted.get("passed-over-example:" + file);
            texts.put(file, "%s (%s)".formatted(number, examples.get(0)));
          }
        });
    return texts;
  }

  /** Records files, and which others they stand in the place of. */
  void record(List<Map<String, Object>> rows, List<Replacement> replacements) {
    if (replacements.isEmpty()) {
      draft.append(TABLE, rows);
      return;
    }
    Map<Object, Object> replacedBy =
        replacements.stream().collect(Collectors.toMap(Replacement::number, Replacement::by));
    List<Map<String, Object>> all = new ArrayList<>();
    for (Map<String, Object> file : before) {
      Map<String, Object> kept = new HashMap<>(file);
      kept.computeIfAbsent("replaced_by", column -> replacedBy.get(file.get("file_number")));
      all.add(kept);
    }
    all.addAll(rows);
    draft.replace(TABLE, all);
  }
}
