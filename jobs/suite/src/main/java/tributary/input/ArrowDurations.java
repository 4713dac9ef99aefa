package tributary.input;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The columns of a Parquet file that are durations to Arrow, of which Parquet knows none: they are
 * kept as numbers, and only Arrow's own schema beside them, a FlatBuffers message, says so (Apache
 * Arrow, format/Schema.fbs).
 */
final class ArrowDurations {
  private static final String SCHEMA = "ARROW:schema";
  private static final int CONTINUATION = -1;
  private static final int DURATION = 18;
  private static final int MESSAGE_HEADER = 2;
  private static final int SCHEMA_FIELDS = 1;
  private static final int FIELD_NAME = 0;
  private static final int FIELD_TYPE = 2;

  private final ByteBuffer message;

  private ArrowDurations(byte[] message) {
    this.message = ByteBuffer.wrap(message).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The names of the durations among the columns.
   *
   * @param metadata a file's entries of its writer; none are found when Arrow's cannot be read
   */
  static Set<String> among(Map<String, String> metadata) {
    String schema = metadata.get(SCHEMA);
    if (schema == null) {
      return Set.of();
    }
    try {
      return new ArrowDurations(Base64.getDecoder().decode(schema)).names();
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Set.of();
    }
  }

  private Set<String> names() {
    int start = message.getInt(0) == CONTINUATION ? 8 : 4;
    int schema = target(field(target(start), MESSAGE_HEADER));
    int fields = target(field(schema, SCHEMA_FIELDS));
    Set<String> names = new HashSet<>();
    for (int i = 1; i <= message.getInt(fields); i++) {
      int column = target(fields + 4 * i);
      int type = field(column, FIELD_TYPE);
      if (type >= 0 && message.get(type) == DURATION) {
        names.add(text(target(field(column, FIELD_NAME))));
      }
    }
    return names;
  }

  /** Where an offset at a place leads to. */
  private int target(int place) {
    return place + message.getInt(place);
  }

  /** Where a table's field is, or -1 when it is not there. */
  private int field(int table, int number) {
    int places = table - message.getInt(table);
    int entry = 4 + 2 * number;
    int offset = entry < message.getShort(places) ? message.getShort(places + entry) : 0;
    return offset == 0 ? -1 : table + offset;
  }

  private String text(int place) {
    int start = place + Integer.BYTES;
    ByteBuffer utf8 = message.slice(start, message.getInt(place));
    return StandardCharsets.UTF_8.decode(utf8).toString();
  }
}
