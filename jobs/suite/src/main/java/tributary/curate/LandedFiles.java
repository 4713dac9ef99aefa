package tributary.curate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tributary.publish.Draft;

/** The record of the files taken in, with what the reader counted. */
final class LandedFiles {
  static final String TABLE = "landing.files";

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

  /**
   * Records files with numbers from {@link #next}.
   *
   * @param counted what the reader counted, by its own names
   * @return the rows
   */
  List<Map<String, Object>> record(List<FileFacts> files, Map<String, Object> counted) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FileFacts file : files) {
      rows.add(row(file, next() + rows.size(), counted));
    }
    if (options.replace()) {
      draft.replace(TABLE, inPlaceOfOthers(rows));
    } else {
      draft.append(TABLE, rows);
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
    return row;
  }

  private static long count(Map<String, Object> counted, String name) {
    return counted.get(name) instanceof Number number ? number.longValue() : 0;
  }

  /** All files, those that the new ones replace marked so. */
  private List<Map<String, Object>> inPlaceOfOthers(List<Map<String, Object>> rows) {
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
    return all;
  }
}
