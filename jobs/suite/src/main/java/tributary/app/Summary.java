package tributary.app;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tributary.config.UserError;

/**
 * What a command did: figures by name, in order. Names are snake_case; to people they are shown
 * with blanks.
 */
final class Summary {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private static final String LEFT_OUT = "files_left_out";

  private final Map<String, Object> figures = new LinkedHashMap<>();

  Summary(String command) {
    figures.put("command", requireNonNull(command, "command is null"));
  }

  /** A number or a text. */
  Summary add(String name, Object figure) {
    figures.put(name, requireNonNull(figure, "figure is null"));
    return this;
  }

  /** Several numbers under one name, such as rejects by reason. */
  Summary group(String name, Map<String, ?> members) {
    figures.put(name, new LinkedHashMap<>(members));
    return this;
  }

  /** Files that could not be read and were left out, with the reasons; none changes nothing. */
  Summary leftOut(Map<String, String> reasons) {
    return reasons.isEmpty() ? this : group(LEFT_OUT, new TreeMap<>(reasons));
  }

  /** Whether files were left out. */
  boolean hasLeftOut() {
    return figures.containsKey(LEFT_OUT);
  }

  /** Rows with the same columns, such as segments with their sizes. */
  Summary table(String name, List<? extends Map<String, ?>> rows) {
    figures.put(name, rows.stream().map(LinkedHashMap::new).toList());
    return this;
  }

  /** How long each step took, and all together. */
  Summary seconds(Steps steps) {
    Map<String, Object> seconds = new LinkedHashMap<>();
    steps.seconds().forEach((step, each) -> seconds.put(step, rounded(each)));
    seconds.put("total", rounded(steps.totalSeconds()));
    return group("seconds", seconds);
  }

  /** One JSON object on one line. */
  String json() {
    try {
      return JSON.writeValueAsString(figures);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write the summary as JSON", e);
    }
  }

  /**
   * Writes the JSON object to a file.
   *
   * @throws UserError when that is not possible
   */
  void writeTo(Path file) {
    try {
      Files.writeString(file, json() + "\n");
    } catch (IOException e) {
      throw new UserError("Cannot write the summary to %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Aligned lines for people, without the command's name. */
  String text() {
    StringBuilder text = new StringBuilder();
    int width = figures.keySet().stream().mapToInt(String::length).max().orElse(0);
    figures.forEach(
        (name, figure) -> {
          if (!name.equals("command")) {
            text.append(block(label(name), figure, width));
          }
        });
    return text.toString();
  }

  private static String block(String label, Object figure, int width) {
    if (figure instanceof Map<?, ?> group && group.isEmpty()) {
      return label + "\n  none\n";
    }
    if (figure instanceof Map<?, ?> group) {
      int inner = group.keySet().stream().mapToInt(key -> key.toString().length()).max().orElse(0);
      return label
          + "\n"
          + group.entrySet().stream()
              .map(
                  each ->
                      "  "
                          + padded(each.getKey().toString(), inner)
                          + "  "
                          + shown(each.getValue())
                          + "\n")
              .collect(Collectors.joining());
    }
    if (figure instanceof List<?> rows) {
      return label + "\n" + table(rows);
    }
    return padded(label, width) + "  " + shown(figure) + "\n";
  }

  private static String table(List<?> rows) {
    List<List<String>> cells =
        rows.stream()
            .map(row -> ((Map<?, ?>) row).values().stream().map(Summary::shown).toList())
            .toList();
    int columns = cells.stream().mapToInt(List::size).max().orElse(0);
    int[] widths =
        IntStream.range(0, columns)
            .map(i -> cells.stream().mapToInt(row -> row.get(i).length()).max().orElse(0))
            .toArray();
    return cells.stream()
        .map(
            row ->
                IntStream.range(0, columns)
                    .mapToObj(i -> padded(row.get(i), widths[i]))
                    .collect(Collectors.joining("  ", "  ", ""))
                    .stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String label(String name) {
    return name.replace('_', ' ');
  }

  private static String shown(Object figure) {
    if (figure instanceof Long || figure instanceof Integer) {
      return String.format(Locale.ROOT, "%,d", figure);
    }
    return figure instanceof Double
        ? String.format(Locale.ROOT, "%,.1f", figure)
        : String.valueOf(figure);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }
}
