package tributary.input;

import static org.apache.parquet.schema.LogicalTypeAnnotation.bsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.dateType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.decimalType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.enumType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.float16Type;
import static org.apache.parquet.schema.LogicalTypeAnnotation.intType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.jsonType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timeType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.uuidType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.FLOAT;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT96;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.JulianFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntervalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tributary.config.UserError;

/** Every logical type on every physical type that Parquet's format allows for it. */
class ParquetTypesTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2025, 3, 3, 12, 50, 7);
  private static final long NOON_SECONDS = NOON.toEpochSecond(ZoneOffset.UTC);
  private static final String NOON_TEXT = "2025-03-03 12:50:07";

  @TempDir Path directory;

  /** A type, values as Parquet's writer takes them, and their texts. */
  record Case(PrimitiveType type, List<Object> values, List<String> texts) {
    @Override
    public String toString() {
      return type.toString();
    }
  }

  @ParameterizedTest
  @MethodSource({"decimals", "numbers", "times", "others"})
  void readsTheTextThatAValueMeans(Case each) throws IOException {
    MessageType schema = new MessageType("rows", each.type());
    List<Consumer<Group>> rows = new ArrayList<>();
    each.values().forEach(value -> rows.add(group -> add(group, value)));
    rows.add(group -> {});
    List<String> expected = new ArrayList<>(each.texts());
    expected.add(null);
    for (WriterVersion version : WriterVersion.values()) {
      for (boolean dictionary : new boolean[] {true, false}) {
        Path path = directory.resolve(version + "-" + dictionary + ".parquet");
        ParquetFixture.write(
            path,
            schema,
            rows,
            writer -> writer.withWriterVersion(version).withDictionaryEncoding(dictionary));
        assertThat(ParquetFixture.texts(path, "v a.l")).isEqualTo(expected);
      }
    }
  }

  static Stream<Case> decimals() {
    List<Case> cases = new ArrayList<>();
    for (int scale : new int[] {0, 1, 2, 4, 9}) {
      cases.add(decimal(INT32, 0, 9, scale, "0", "125", "-5", "999999999", "-999999999"));
    }
    for (int scale : new int[] {0, 2, 10, 18}) {
      cases.add(decimal(INT64, 0, 18, scale, "0", "12", "-1", "999999999999999999"));
    }
    String longest = "9".repeat(38);
    for (int scale : new int[] {0, 2, 10, 38}) {
      cases.add(
          decimal(FIXED_LEN_BYTE_ARRAY, 16, 38, scale, "0", "1", "-125", longest, "-" + longest));
      cases.add(decimal(BINARY, 0, 38, scale, "0", "1", "-125", longest, "-" + longest));
    }
    cases.add(decimal(FIXED_LEN_BYTE_ARRAY, 5, 10, 2, "1250", "-1250", "9999999999"));
    cases.add(decimal(BINARY, 0, 76, 20, "7".repeat(76), "-1"));
    return cases.stream();
  }

  static Stream<Case> numbers() {
    return Stream.of(
        of(column(INT32, null), List.of(7, Integer.MIN_VALUE), "7", "-2147483648"),
        of(column(INT64, null), List.of(7L, Long.MIN_VALUE), "7", "-9223372036854775808"),
        of(column(INT32, intType(8, true)), List.of(127, -128), "127", "-128"),
        of(column(INT32, intType(16, true)), List.of(32767, -32768), "32767", "-32768"),
        of(column(INT32, intType(32, true)), List.of(5, -5), "5", "-5"),
        of(
            column(INT64, intType(64, true)),
            List.of(Long.MAX_VALUE, -1L),
            "9223372036854775807",
            "-1"),
        of(column(INT32, intType(8, false)), List.of(0, 255), "0", "255"),
        of(column(INT32, intType(16, false)), List.of(1, 65535), "1", "65535"),
        of(
            column(INT32, intType(32, false)),
            List.of((int) 4_000_000_000L, -1),
            "4000000000",
            "4294967295"),
        of(
            column(INT64, intType(64, false)),
            List.of(-1L, Long.MIN_VALUE),
            "18446744073709551615",
            "9223372036854775808"),
        of(column(BOOLEAN, null), List.of(true, false), "true", "false"),
        of(
            column(FLOAT, null),
            List.of(0.1f, 2.55f, -0f, 1e10f, Float.NaN, Float.NEGATIVE_INFINITY),
            "0.1",
            "2.55",
            "0",
            "10000000000",
            "NaN",
            "-Infinity"),
        of(
            column(DOUBLE, null),
            List.of(12.99, -0.0, 0.1 + 0.2, 1e-7, 17850.0, 1e20, Double.NaN, 1 / 0.0),
            "12.99",
            "0",
            "0.30000000000000004",
            "0.0000001",
            "17850",
            "100000000000000000000",
            "NaN",
            "Infinity"),
        of(
            column(FIXED_LEN_BYTE_ARRAY, 2, float16Type()),
            List.of(half(0x4100), half(0xC100), half(0x0000), half(0x4A7F), half(0x7E00)),
            "2.5",
            "-2.5",
            "0",
            "12.99",
            "NaN"),
        of(
            column(FIXED_LEN_BYTE_ARRAY, 2, float16Type()),
            List.of(half(0x7BFF), half(0x2E66), half(0xFC00), half(0x0001)),
            "65500",
            "0.1",
            "-Infinity",
            "0.00000006"));
  }

  static Stream<Case> times() {
    List<Case> cases = new ArrayList<>();
    cases.add(
        of(
            column(INT32, dateType()),
            List.of((int) LocalDate.of(2024, 2, 29).toEpochDay(), -1),
            "2024-02-29",
            "1969-12-31"));
    for (boolean utc : new boolean[] {true, false}) {
      cases.add(
          of(
              column(INT32, timeType(utc, TimeUnit.MILLIS)),
              List.of(37_800_000, 1),
              "10:30:00",
              "00:00:00.001000"));
      cases.add(
          of(
              column(INT64, timeType(utc, TimeUnit.MICROS)),
              List.of(37_800_000_000L, 86_400_000_000L),
              "10:30:00",
              "24:00:00"));
      cases.add(
          of(
              column(INT64, timeType(utc, TimeUnit.NANOS)),
              List.of(37_800_000_000_000L, 1L),
              "10:30:00",
              "00:00:00.000000001"));
      cases.add(
          of(
              column(INT64, timestampType(utc, TimeUnit.MILLIS)),
              List.of(NOON_SECONDS * 1000, -1L),
              NOON_TEXT,
              "1969-12-31 23:59:59.999000"));
      cases.add(
          of(
              column(INT64, timestampType(utc, TimeUnit.MICROS)),
              List.of(NOON_SECONDS * 1_000_000, NOON_SECONDS * 1_000_000 + 5),
              NOON_TEXT,
              NOON_TEXT + ".000005"));
      cases.add(
          of(
              column(INT64, timestampType(utc, TimeUnit.NANOS)),
              List.of(NOON_SECONDS * 1_000_000_000, NOON_SECONDS * 1_000_000_000 + 5),
              NOON_TEXT,
              NOON_TEXT + ".000000005"));
    }
    cases.add(
        of(
            column(INT96, null),
            List.of(int96(NOON), int96(NOON.withYear(1899).plusNanos(1000))),
            NOON_TEXT,
            "1899-03-03 12:50:07.000001"));
    return cases.stream();
  }

  static Stream<Case> others() {
    UUID uuid = UUID.fromString("123e4567-e89b-12d3-a456-426614174000");
    return Stream.of(
        of(column(BINARY, stringType()), List.of("Möbel \"x\"", "  "), "Möbel \"x\"", null),
        of(column(BINARY, null), List.of("Café", "naïve"), "Café", "naïve"),
        of(column(BINARY, enumType()), List.of("CASH"), "CASH"),
        of(column(BINARY, jsonType()), List.of("{\"a\":1}"), "{\"a\":1}"),
        of(
            column(FIXED_LEN_BYTE_ARRAY, 16, uuidType()),
            List.of(
                ByteBuffer.allocate(16)
                    .putLong(uuid.getMostSignificantBits())
                    .putLong(uuid.getLeastSignificantBits())
                    .array()),
            uuid.toString()));
  }

  @Test
  void refusesByNameWhatHasNoTextOfItsOwn() throws IOException {
    assertRefused(column(BINARY, bsonType()), "BSON as BINARY");
    assertRefused(
        column(FIXED_LEN_BYTE_ARRAY, 12, IntervalLogicalTypeAnnotation.getInstance()),
        "INTERVAL as FIXED_LEN_BYTE_ARRAY");
    assertRefused(column(FIXED_LEN_BYTE_ARRAY, 3, null), "FIXED_LEN_BYTE_ARRAY");
  }

  @Test
  void makesTheRowAProblemWhenAValueIsNoneOfItsType() throws IOException {
    assertThat(problem(column(BINARY, null), HexFormat.of().parseHex("436166e9")))
        .isEqualTo(
            "holds 436166e9 in the column 'v a.l', which is no value of its type BINARY (its bytes in hexadecimal)");
    assertThat(problem(column(INT64, timeType(true, TimeUnit.MICROS)), -1L))
        .contains("holds -1 in the column 'v a.l'");
    assertThat(problem(column(BINARY, decimalType(2, 9)), new byte[0])).contains("'v a.l'");
  }

  private String problem(PrimitiveType type, Object value) throws IOException {
    Path path = directory.resolve("problem.parquet");
    path.toFile().delete();
    MessageType schema = new MessageType("rows", type);
    ParquetFixture.write(path, schema, List.of(group -> add(group, value)));
    return ParquetFixture.rows(path, "v a.l").get(0).get(1);
  }

  private void assertRefused(PrimitiveType type, String kind) throws IOException {
    Path path = directory.resolve("refused.parquet");
    path.toFile().delete();
    MessageType schema = new MessageType("rows", type, Types.required(INT32).named("beside"));
    byte[] value = new byte[Math.max(1, type.getTypeLength())];
    ParquetFixture.write(
        path,
        schema,
        List.of(
            group ->
                group.append("v a.l", Binary.fromConstantByteArray(value)).append("beside", 1)));
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "v a.l"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read refused.parquet: its column 'v a.l' is %s, which has no text of its own; write it as text or a number, or leave it out of the profile"
                .formatted(kind));
    assertThat(ParquetFixture.texts(path, "beside")).containsExactly("1");
  }

  private static Case decimal(
      PrimitiveTypeName physical, int length, int precision, int scale, String... unscaled) {
    List<Object> values = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (String text : unscaled) {
      BigInteger number = new BigInteger(text);
      values.add(
          switch (physical) {
            case INT32 -> (Object) number.intValueExact();
            case INT64 -> number.longValueExact();
            case FIXED_LEN_BYTE_ARRAY -> padded(number, length);
            default -> number.toByteArray();
          });
      texts.add(new BigDecimal(number, scale).toPlainString());
    }
    return new Case(column(physical, length, decimalType(scale, precision)), values, texts);
  }

  private static Case of(PrimitiveType type, List<Object> values, String... texts) {
    return new Case(type, values, Arrays.asList(texts));
  }

  private static PrimitiveType column(PrimitiveTypeName physical, LogicalTypeAnnotation logical) {
    return column(physical, 0, logical);
  }

  private static PrimitiveType column(
      PrimitiveTypeName physical, int length, LogicalTypeAnnotation logical) {
    return Types.primitive(physical, Repetition.OPTIONAL).length(length).as(logical).named("v a.l");
  }

  private static void add(Group group, Object value) {
    if (value instanceof Integer number) {
      group.append("v a.l", number);
    } else if (value instanceof Long number) {
      group.append("v a.l", number);
    } else if (value instanceof Boolean truth) {
      group.append("v a.l", truth);
    } else if (value instanceof Float number) {
      group.append("v a.l", number);
    } else if (value instanceof Double number) {
      group.append("v a.l", number);
    } else if (value instanceof String text) {
      group.append("v a.l", text);
    } else {
      group.append("v a.l", Binary.fromConstantByteArray((byte[]) value));
    }
  }

  private static byte[] padded(BigInteger number, int length) {
    byte[] bytes = new byte[length];
    Arrays.fill(bytes, (byte) (number.signum() < 0 ? -1 : 0));
    byte[] digits = number.toByteArray();
    System.arraycopy(digits, 0, bytes, length - digits.length, digits.length);
    return bytes;
  }

  private static byte[] half(int bits) {
    return new byte[] {(byte) bits, (byte) (bits >> 8)};
  }

  private static byte[] int96(LocalDateTime time) {
    return ByteBuffer.allocate(12)
        .order(ByteOrder.LITTLE_ENDIAN)
        .putLong(time.toLocalTime().toNanoOfDay())
        .putInt((int) time.toLocalDate().getLong(JulianFields.JULIAN_DAY))
        .array();
  }
}
