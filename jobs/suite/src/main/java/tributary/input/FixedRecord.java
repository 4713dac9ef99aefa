package tributary.input;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.data.StringData;

/**
 * Records of a text whose columns have fixed places in a line, in characters: one record a line. A
 * line may end early, and columns that begin after its end are null. Text behind the last column is
 * a problem, for the columns may then stand elsewhere.
 */
final class FixedRecord implements FileRecord {
  private final LineBuffer lines;
  private final List<ColumnRange> ranges;
  private final int lastCharacter;
  private final ByteSlices fieldSlices = new ByteSlices();
  private final ByteSlices rawSlices = new ByteSlices();
  private final byte[] nullText;
  private int[] characters = new int[256];
  private int count;
  private String problem;

  FixedRecord(LineBuffer lines, FileTableOptions options) {
    this.lines = lines;
    this.ranges = options.ranges();
    this.lastCharacter = ranges.stream().mapToInt(ColumnRange::last).max().orElseThrow();
    this.nullText = options.nullText().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean next() throws IOException {
    if (!lines.next()) {
      return false;
    }
    problem = null;
    if (lines.length() > RecordReader.MAXIMUM_BYTES) {
      problem =
          "is %s bytes long, more than %s".formatted(lines.length(), RecordReader.MAXIMUM_BYTES);
      return true;
    }
    findCharacters();
    if (isBlank(lines.start(), lines.end())) {
      problem = "is blank";
    } else if (count > lastCharacter && !isBlank(characters[lastCharacter], lines.end())) {
      problem = "has text behind its last column, which ends at character " + lastCharacter;
    }
    return true;
  }

  /** Finds where each character of the line begins. */
  private void findCharacters() {
    byte[] bytes = lines.bytes();
    count = 0;
    for (int position = lines.start(); position < lines.end(); position++) {
      if ((bytes[position] & 0xC0) != 0x80) {
        if (count == characters.length) {
          characters = Arrays.copyOf(characters, count * 2);
        }
        characters[count++] = position;
      }
    }
  }

  private boolean isBlank(int start, int end) {
    return Blanks.skipForward(lines.bytes(), start, end) == end;
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
    ColumnRange range = ranges.get(place);
    if (range.first() > count) {
      return null;
    }
    byte[] bytes = lines.bytes();
    int start = characters[range.first() - 1];
    int end = range.last() < count ? characters[range.last()] : lines.end();
    int firstSeen = Blanks.skipForward(bytes, start, end);
    int lastSeen = Blanks.skipBackward(bytes, firstSeen, end);
    boolean isNull =
        firstSeen == lastSeen
            || Arrays.equals(bytes, firstSeen, lastSeen, nullText, 0, nullText.length);
    return isNull ? null : fieldSlices.of(place, bytes, start, end);
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
