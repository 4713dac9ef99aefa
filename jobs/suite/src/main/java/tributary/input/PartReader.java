package tributary.input;

/** Reads a part of a time that is more than digits. */
interface PartReader {
  /** Reads what begins at a position; the position behind it, negative if it is not understood. */
  int read(TextArgument text, int position, TimeReading into);
}
