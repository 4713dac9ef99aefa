package tributary.script;

import java.util.ArrayList;
import java.util.List;
import tributary.script.Script.Statement;

/** Splits SQL text at semicolons that stand outside quotes and comments. */
final class StatementSplitter {
  private final String name;
  private final String text;
  private final List<Statement> statements = new ArrayList<>();
  private final StringBuilder current = new StringBuilder();
  private int position;
  private int line = 1;
  private int firstLine = 1;
  private boolean blank = true;

  StatementSplitter(String name, String text) {
    this.name = name;
    this.text = text;
  }

  List<Statement> split() {
    while (position < text.length()) {
      char next = text.charAt(position);
      if (text.startsWith("--", position)) {
        skip("\n", false);
      } else if (text.startsWith("/*", position) && !text.startsWith("/*+", position)) {
        skip("*/", true);
      } else if (next == '\'' || next == '"' || next == '`') {
        quoted(next);
      } else if (next == ';') {
        position++;
        finish();
      } else {
        take();
      }
    }
    finish();
    return statements;
  }

  /** Leaves out a comment; its line break stays. */
  private void skip(String end, boolean mustEnd) {
    int found = text.indexOf(end, position + 2);
    if (found < 0 && mustEnd) {
      throw unfinished("a comment");
    }
    int after = found < 0 ? text.length() : found + (mustEnd ? end.length() : 0);
    line += (int) text.substring(position, after).chars().filter(c -> c == '\n').count();
    position = after;
    current.append(' ');
  }

  private void quoted(char quote) {
    int start = line;
    do {
      take();
      if (position >= text.length()) {
        line = start;
        throw unfinished("a quote");
      }
    } while (text.charAt(position) != quote);
    take();
  }

  private void take() {
    char taken = text.charAt(position++);
    if (blank && !Character.isWhitespace(taken)) {
      current.setLength(0);
      firstLine = line;
      blank = false;
    }
    if (taken == '\n') {
      line++;
    }
    current.append(taken);
  }

  private void finish() {
    String statement = current.toString().trim();
    if (!statement.isEmpty()) {
      statements.add(new Statement(statement, firstLine));
    }
    current.setLength(0);
    blank = true;
  }

  private IllegalArgumentException unfinished(String what) {
    return new IllegalArgumentException(
        "Cannot read %s: %s that begins on line %s never ends".formatted(name, what, line));
  }
}
