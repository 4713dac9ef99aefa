package tributary.lake;

/** What the bearer of a token may do. */
enum Access {
  READ,
  WRITE
}
