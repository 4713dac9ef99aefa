package tributary.input;

/** Canonical text as far as seconds: the commonest pattern, and the one that needs no rewriting. */
record CanonicalPattern() implements TimestampPattern {
  private static final int LENGTH = "yyyy-MM-dd HH:mm:ss".length();

  @Override
  public boolean parse(TextArgument text, CivilTime time) {
    return text.length() == LENGTH && time.parse(text.bytes(), text.start(), text.end());
  }

  @Override
  public boolean isCanonical() {
    return true;
  }
}
