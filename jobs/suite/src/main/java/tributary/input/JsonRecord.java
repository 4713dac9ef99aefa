package tributary.input;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.table.data.StringData;

/** Records of JSON Lines: an object a line. A key that a line lacks is null. */
final class JsonRecord implements FileRecord {
  private final LineBuffer lines;
  private final Map<String, Integer> places = new HashMap<>();
  private final String[] texts;
  private final ByteSlices rawSlices = new ByteSlices();
  private String problem;

  /**
   * @param columns the keys of the file
   */
  JsonRecord(LineBuffer lines, List<String> columns) {
    this.lines = lines;
    this.texts = new String[columns.size()];
    for (int i = 0; i < texts.length; i++) {
      places.put(columns.get(i), i);
    }
  }

  /** The lines of a text, in which quotes mean nothing. */
  static LineBuffer lines(InputStream text, long firstLine) {
    return new LineBuffer(text, -1, -1, firstLine);
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    Arrays.fill(texts, null);
    problem = problemOf(lines, this::take);
    return true;
  }

  private void take(String key, String text) {
    Integer place = places.get(key);
    if (place != null) {
      texts[place] = text;
    }
  }

  /** Why the current line cannot be used, or null. */
  static String problemOf(LineBuffer lines, JsonLine.Entry entry) {
    if (lines.length() > RecordReader.MAXIMUM_BYTES) {
      return "is %s bytes long, more than %s".formatted(lines.length(), RecordReader.MAXIMUM_BYTES);
    }
    if (isBlank(lines)) {
      return "is blank";
    }
    return JsonLine.problem(text(lines), entry);
  }

  static boolean isBlank(LineBuffer lines) {
    return Blanks.skipForward(lines.bytes(), lines.start(), lines.end()) == lines.end();
  }

  static String text(LineBuffer lines) {
    return new String(
        lines.bytes(), lines.start(), lines.end() - lines.start(), StandardCharsets.UTF_8);
  }

  @Override
  public long line() {
    return lines.line();
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public StringData column(int place) {
    String text = texts[place];
    return text == null || Spaces.strip(text).isEmpty() ? null : StringData.fromString(text);
  }

  @Override
  public StringData raw() {
    return rawSlices.of(0, lines.bytes(), lines.start(), lines.end());
  }

  @Override
  public void close() throws IOException {
    lines.close();
  }
}
