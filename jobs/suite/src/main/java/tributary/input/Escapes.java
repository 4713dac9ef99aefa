package tributary.input;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * How a text escapes characters, by the documentation of what writes such texts. MySQL ({@code
 * SELECT INTO OUTFILE}, {@code LOAD DATA}) escapes in quotes or, where there are none, everywhere,
 * and knows {@code \0 \b \n \r \t \Z} and {@code \N}, which is null. Spark escapes in quoted fields
 * alone, and there quotes and the escape character itself.
 *
 * @param character an ASCII character, or -1 for none
 * @param scope where it escapes
 */
record Escapes(int character, Scope scope) implements Serializable {
  /** Where a character escapes the one behind it. */
  enum Scope {
    /** Nowhere. */
    NOWHERE,
    /** Nobody said: a line that it would change cannot be used. */
    UNSAID,
    /** In quotes; elsewhere nobody said. */
    QUOTES_AT_LEAST,
    /** In quotes; elsewhere it is text. */
    QUOTES,
    EVERYWHERE
  }

  static final Escapes NONE = new Escapes(-1, Scope.NOWHERE);

  /** A backslash may be meant. */
  static final Escapes UNSAID = new Escapes('\\', Scope.UNSAID);

  Escapes {
    requireNonNull(scope, "scope is null");
  }

  /** Whether it escapes anywhere. */
  boolean areUsed() {
    return scope != Scope.NOWHERE && scope != Scope.UNSAID;
  }
}
