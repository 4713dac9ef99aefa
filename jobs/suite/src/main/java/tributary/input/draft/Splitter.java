package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;

/** Splits lines into records, quoted fields running over several lines included. */
final class Splitter {
  private static final int MOST_LINES = 20;

  private final char delimiter;
  private final int quote;

  /**
   * @param quote the quote character, or -1 for none
   */
  Splitter(char delimiter, int quote) {
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /**
   * A record.
   *
   * @param line the place of its first line in the lines given
   * @param fields trimmed
   */
  record Split(int line, List<String> fields) {
    int filled() {
      return (int) fields.stream().filter(field -> !field.isEmpty()).count();
    }
  }

  List<Split> split(List<String> lines) {
    List<Split> records = new ArrayList<>();
    int line = 0;
    while (line < lines.size()) {
      List<String> fields = new ArrayList<>();
      String text = lines.get(line);
      int used = 1;
      while (!fields(text, fields) && used < MOST_LINES && line + used < lines.size()) {
        text = text + "\n" + lines.get(line + used);
        used++;
      }
      if (isOpen(text)) {
        // A quote that is never closed is a character of its line.
        used = 1;
        new Splitter(delimiter, -1).fields(lines.get(line), fields);
      }
      if (!lines.get(line).isBlank()) {
        records.add(new Split(line, List.copyOf(fields)));
      }
      line += used;
    }
    return records;
  }

  private boolean isOpen(String text) {
    return !fields(text, new ArrayList<>());
  }

  /** Splits a text into fields; false when a quote is open at its end. */
  private boolean fields(String text, List<String> fields) {
    fields.clear();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    boolean begins = true;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (quoted) {
        if (next != quote) {
          field.append(next);
        } else if (i + 1 < text.length() && text.charAt(i + 1) == quote) {
          field.append(next);
          i++;
        } else {
          quoted = false;
        }
      } else if (next == quote && begins) {
        quoted = true;
        begins = false;
      } else if (next == delimiter) {
        fields.add(field.toString().strip());
        field.setLength(0);
        begins = true;
      } else {
        field.append(next);
        begins = false;
      }
    }
    fields.add(field.toString().strip());
    return !quoted;
  }
}
