package tributary.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.flink.core.memory.MemorySegment;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;

/** A look at the trimmed UTF-8 bytes of a text without copying them. Reused from row to row. */
final class TextArgument {
  private byte[] bytes = new byte[0];
  private int start;
  private int end;
  private boolean trimmed;

  /** Looks at a text; false when it is null or blank. */
  boolean set(StringData text) {
    if (text == null) {
      return false;
    }
    BinaryStringData binary = (BinaryStringData) text;
    binary.ensureMaterialized();
    MemorySegment[] segments = binary.getSegments();
    int from = 0;
    if (segments.length == 1 && !segments[0].isOffHeap()) {
      bytes = segments[0].getHeapMemory();
      from = binary.getOffset();
    } else {
      bytes = binary.toBytes();
    }
    int to = from + binary.getSizeInBytes();
    start = Blanks.skipForward(bytes, from, to);
    end = Blanks.skipBackward(bytes, start, to);
    trimmed = start != from || end != to;
    return start < end;
  }

  byte[] bytes() {
    return bytes;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int length() {
    return end - start;
  }

  boolean isAscii() {
    for (int i = start; i < end; i++) {
      if (bytes[i] < 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether blanks were around the text. */
  boolean trimmed() {
    return trimmed;
  }

  byte at(int offset) {
    return bytes[start + offset];
  }

  /** The trimmed text; the one given when nothing was trimmed. */
  StringData text(StringData given) {
    return trimmed ? BinaryStringData.fromBytes(copy(0, length())) : given;
  }

  /** A copy of some of the trimmed bytes. */
  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, start + from, start + to);
  }

  @Override
  public String toString() {
    return new String(bytes, start, end - start, StandardCharsets.UTF_8);
  }
}
