package tributary.publish;

/** An expression is none of the simplest, which {@link ExpressionReader} reads. */
final class NotSimpleException extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
