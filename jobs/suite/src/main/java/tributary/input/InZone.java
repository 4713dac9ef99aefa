package tributary.input;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.table.annotation.DataTypeHint;
import org.apache.flink.table.catalog.DataTypeFactory;
import org.apache.flink.table.data.StringData;
import org.apache.flink.table.data.binary.BinaryStringData;
import org.apache.flink.table.functions.ScalarFunction;
import org.apache.flink.table.types.inference.TypeInference;

/**
 * {@code IN_ZONE(text, fromZone, toZone)}: a canonical time of one zone as that of another, such as
 * {@code 'UTC'} and {@code 'Europe/London'}. A time that has an offset is of that, whatever {@code
 * fromZone} is. Of a time that the first zone has twice, when summer ends, the earlier counts; one
 * that it leaves out, when summer begins, becomes no time: its text gets the zone's name. Any other
 * text stays as delivered.
 */
public final class InZone extends ScalarFunction {
  private static final long serialVersionUID = 1L;

  private transient TextArgument argument;
  private transient CivilTime time;
  private transient byte[] written;
  private transient Zone from;
  private transient Zone to;

  @DataTypeHint(value = "STRING", bridgedTo = StringData.class)
  public StringData eval(
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData text,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData fromZone,
      @DataTypeHint(value = "STRING", bridgedTo = StringData.class) StringData toZone) {
    if (argument == null) {
      argument = new TextArgument();
      time = new CivilTime();
      written = new byte[32];
    }
    if (!argument.set(text)) {
      return null;
    }
    if (!time.parse(argument.bytes(), argument.start(), argument.end())) {
      return argument.text(text);
    }
    from = zone(from, fromZone);
    to = zone(to, toZone);
    LocalDateTime local = time.toLocalDateTime();
    ZoneOffset offset = time.hasOffset ? offset(time.offsetMinutes) : offset(from.id, local);
    if (offset == null) {
      return StringData.fromString(argument + " " + from.name);
    }
    LocalDateTime moved = local.atOffset(offset).atZoneSameInstant(to.id).toLocalDateTime();
    if (moved.getYear() < 1 || moved.getYear() > CivilTime.LAST_YEAR) {
      return argument.text(text);
    }
    time.set(moved);
    return BinaryStringData.fromBytes(Arrays.copyOf(written, time.write(written)));
  }

  private static ZoneOffset offset(int minutes) {
    return ZoneOffset.ofTotalSeconds(minutes * 60);
  }

  /** Null when the zone has no such time. */
  private static ZoneOffset offset(ZoneId zone, LocalDateTime local) {
    List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
    return offsets.isEmpty() ? null : offsets.get(0);
  }

  private static Zone zone(Zone known, StringData name) {
    if (known != null && known.name == name) {
      return known;
    }
    return new Zone(name, zone(String.valueOf(name)));
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "Invalid time zone of IN_ZONE: '%s', expected one such as Europe/London".formatted(name),
          e);
    }
  }

  /** A zone and the literal that named it. */
  private record Zone(StringData name, ZoneId id) {}

  @Override
  public TypeInference getTypeInference(DataTypeFactory types) {
    return CheckedLiterals.of(super.getTypeInference(types), InZone::zone);
  }
}
