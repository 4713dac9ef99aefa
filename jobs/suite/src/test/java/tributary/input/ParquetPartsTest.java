package tributary.input;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT32;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.OffsetIndex;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.Util;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Types;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tributary.config.UserError;
import tributary.input.InspectedFile.Section;

class ParquetPartsTest {
  private static final int ROWS = 9_000;
  private static final String FILLING = "x".repeat(4000);
  private static final MessageType LINES =
      new MessageType(
          "lines",
          Types.required(INT64).named("n"),
          Types.optional(BINARY).as(stringType()).named("word"),
          Types.optional(DOUBLE).named("price"),
          Types.repeated(INT32).named("marks"),
          Types.required(BINARY).named("filling"));
  private static final MessageType FLAT_LINES =
      new MessageType(
          "lines", LINES.getFields().stream().filter(field -> field != LINES.getType(3)).toList());
  private static final String[] COLUMNS = {"n", "word", "price"};

  /** Values of pyarrow's ARROW:schema for a column age of seconds and a number named price. */
  private static final String ARROW_SCHEMA =
      "/////7AAAAAQAAAAAAAKAAwABgAFAAgACgAAAAABBAAMAAAACAAIAAAABAAIAAAABAAAAAIAAABQAAAABAAAAMj///8A"
          + "AAECEAAAACAAAAAEAAAAAAAAAAUAAABwcmljZQAAAAgADAAIAAcACAAAAAAAAAFAAAAAEAAUAAgABgAHAAwAAAAQ"
          + "ABAAAAAAAAESEAAAABwAAAAEAAAAAAAAAAMAAABhZ2UAAAAGAAgABgAGAAAAAAAAAA==";

  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(longs = {1L << 20, 5L << 20, 100L << 20})
  void readsPartsOfAFileAsOneReaderReadsAll(long groupBytes) throws IOException {
    Path path = lines(groupBytes);
    InspectedFile file = ParquetFixture.inspect(path, COLUMNS);
    assertThat(file.sections()).hasSizeGreaterThan(2);
    List<List<String>> parts = new ArrayList<>();
    for (Section section : file.sections()) {
      parts.addAll(rows(file, section));
    }
    assertThat(parts).isEqualTo(rows(file, Section.whole(file.sections())));
    assertThat(parts).hasSize(ROWS);
    IntStream.of(0, 1, 7, ROWS / 2, ROWS - 1)
        .forEach(
            i ->
                assertThat(parts.get(i))
                    .containsExactly(
                        Integer.toString(i + 1), Integer.toString(i), word(i), price(i), csv(i)));
  }

  @Test
  void joinsPartsUntilThereIsOneForEachReader() throws IOException {
    InspectedFile file = ParquetFixture.inspect(lines(1L << 20), COLUMNS);
    List<Section> parts = file.sections();
    int half = parts.size() / 2;
    assertThat(joined(file, 2))
        .containsExactly(
            Section.whole(parts.subList(0, half)),
            Section.whole(parts.subList(half, parts.size())));
    assertThat(joined(file, 1)).containsExactly(Section.whole(parts));
    assertThat(joined(file, 99)).isEqualTo(parts);
  }

  private static List<Section> joined(InspectedFile file, int readers) {
    return FileSection.joined(FileSection.of(file), readers).stream()
        .map(FileSection::part)
        .toList();
  }

  /** With lists all pages of a row group are read, without them those that hold the rows. */
  @ParameterizedTest
  @CsvSource({"true,20000", "false,20000", "false,1000", "false,100"})
  void readsAnyRowsOfARowGroup(boolean hasLists, int pageRows) throws IOException {
    Path path = lines(100L << 20, hasLists, pageRows);
    InspectedFile file = ParquetFixture.inspect(path, COLUMNS);
    assertThat(file.sections()).hasSizeGreaterThan(2);
    List<List<String>> all = rows(file, Section.whole(file.sections()));
    assertThat(all.get(ROWS - 1)).startsWith(Integer.toString(ROWS), Integer.toString(ROWS - 1));
    for (int[] part : new int[][] {{0, 1}, {1, 3}, {4321, 1234}, {ROWS - 1, 1}, {5, 0}}) {
      assertThat(rows(file, new Section(part[0], part[1], part[0] + 1)))
          .isEqualTo(all.subList(part[0], part[0] + part[1]));
    }
  }

  @Test
  void readsARowGroupAsAWholeWhoseIndexOfPagesIsWrong() throws IOException {
    Path path = withShiftedIndex(lines(100L << 20, false, 1000));
    InspectedFile file = ParquetFixture.inspect(path, COLUMNS);
    assertThat(file.sections()).containsExactly(new Section(0, ROWS, 1));
    assertThat(rows(file, file.sections().get(0)).get(4321)).startsWith("4322", "4321", word(4321));
  }

  /** Parquet's writer leaves such a group out, so that it is put into the footer here. */
  @Test
  void passesOverARowGroupWithoutRows() throws IOException {
    Path path = withEmptyGroups(lines(5L << 20));
    InspectedFile file = ParquetFixture.inspect(path, COLUMNS);
    assertThat(file.lines()).isEqualTo(ROWS);
    List<List<String>> rows = new ArrayList<>();
    for (Section section : file.sections()) {
      rows.addAll(rows(file, section));
    }
    assertThat(rows).hasSize(ROWS);
    assertThat(rows.get(ROWS - 1)).startsWith(Integer.toString(ROWS), Integer.toString(ROWS - 1));
  }

  @Test
  void refusesADurationThatOnlyArrowKnows() throws IOException {
    Path path =
        ParquetFixture.write(
            directory.resolve("durations.parquet"),
            new MessageType(
                "rows", Types.optional(INT64).named("age"), Types.optional(INT64).named("price")),
            List.of(row -> row.append("age", 7L).append("price", 125L)),
            writer -> writer.withExtraMetaData(Map.of("ARROW:schema", ARROW_SCHEMA)));
    assertThatThrownBy(() -> ParquetFixture.inspect(path, "price", "AGE"))
        .isInstanceOf(UserError.class)
        .hasMessage(
            "Cannot read durations.parquet: its column 'age' is a duration, which has no text of its own; write it as text or a number, or leave it out of the profile");
    assertThat(ParquetFixture.texts(path, "price")).containsExactly("125");
    assertThat(ArrowDurations.among(Map.of("ARROW:schema", "AAAA"))).isEmpty();
    assertThat(ArrowDurations.among(Map.of("ARROW:schema", "no base 64!"))).isEmpty();
  }

  private static List<List<String>> rows(InspectedFile file, Section part) throws IOException {
    FileSection section = FileSection.of(file).get(0).with(part);
    List<List<String>> rows = new ArrayList<>();
    try (FileRecord record =
        section.open(
            ParquetFixture.table(COLUMNS).options(), new ColumnUse(Set.of(0, 1, 2), true))) {
      while (record.next()) {
        List<String> row = new ArrayList<>(List.of(Long.toString(record.line())));
        for (int column = 0; column < COLUMNS.length; column++) {
          row.add(record.column(column) == null ? null : record.column(column).toString());
        }
        row.add(record.raw().toString().replace(FILLING, ""));
        rows.add(row);
      }
    }
    return rows;
  }

  private Path lines(long groupBytes) throws IOException {
    return lines(groupBytes, true, 20_000);
  }

  private Path lines(long groupBytes, boolean hasLists, int pageRows) throws IOException {
    List<Consumer<Group>> rows = new ArrayList<>();
    IntStream.range(0, ROWS).forEach(i -> rows.add(row -> fill(row, i, hasLists)));
    return ParquetFixture.write(
        directory.resolve("lines.parquet"),
        hasLists ? LINES : FLAT_LINES,
        rows,
        writer ->
            writer
                .withRowGroupSize(groupBytes)
                .withPageRowCountLimit(pageRows)
                .withPageSize(64 << 10)
                .withDictionaryEncoding("filling", false));
  }

  /** Some words are many times in a dictionary, some prices too seldom for one. */
  private static void fill(Group row, int i, boolean hasLists) {
    row.append("n", (long) i).append("filling", FILLING + i);
    if (word(i) != null) {
      row.append("word", word(i));
    }
    if (price(i) != null) {
      row.append("price", i + 0.5);
    }
    if (hasLists) {
      IntStream.range(0, i % 3).forEach(mark -> row.append("marks", i));
    }
  }

  private static String word(int i) {
    return i % 7 == 0 ? null : "say \"" + i % 100 + "\"";
  }

  private static String price(int i) {
    return i % 5 == 0 ? null : i + ".5";
  }

  private static String csv(int i) {
    String word = word(i) == null ? "" : "\"say \"\"" + i % 100 + "\"\"\"";
    String price = price(i) == null ? "" : price(i);
    String list = List.of("", "[" + i + "]", "\"[" + i + "," + i + "]\"").get(i % 3);
    return "%d,%s,%s,%s,%d".formatted(i, word, price, list, i);
  }

  private Path withEmptyGroups(Path path) throws IOException {
    return changed(
        path,
        (footer, out) -> {
          List<RowGroup> groups = new ArrayList<>();
          for (RowGroup group : footer.getRow_groups()) {
            groups.add(emptied(group));
            groups.add(group);
          }
          groups.add(emptied(footer.getRow_groups().get(0)));
          footer.setRow_groups(groups);
        });
  }

  /** The index of the second column, of words, says that each page begins a row later. */
  private Path withShiftedIndex(Path path) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    return changed(
        path,
        (footer, out) -> {
          ColumnChunk chunk = footer.getRow_groups().get(0).getColumns().get(1);
          int start = (int) chunk.getOffset_index_offset();
          OffsetIndex index =
              Util.readOffsetIndex(
                  new ByteArrayInputStream(bytes, start, chunk.getOffset_index_length()));
          index
              .getPage_locations()
              .forEach(page -> page.setFirst_row_index(page.getFirst_row_index() + 1));
          chunk.setOffset_index_offset(out.size());
          Util.writeOffsetIndex(index, out);
          chunk.setOffset_index_length(out.size() - (int) chunk.getOffset_index_offset());
        });
  }

  private Path changed(Path path, Change change) throws IOException {
    byte[] bytes = Files.readAllBytes(path);
    int end = bytes.length - 8;
    int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(end);
    FileMetaData footer =
        Util.readFileMetaData(new ByteArrayInputStream(bytes, end - length, length));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, end - length);
    change.apply(footer, out);
    int written = out.size();
    Util.writeFileMetaData(footer, out);
    ByteBuffer tail = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    out.write(tail.putInt(out.size() - written).array());
    out.write(bytes, bytes.length - 4, 4);
    return Files.write(directory.resolve("changed.parquet"), out.toByteArray());
  }

  /** Changes a file's footer, and may append to what stands before it. */
  private interface Change {
    void apply(FileMetaData footer, ByteArrayOutputStream out) throws IOException;
  }

  private static RowGroup emptied(RowGroup group) {
    RowGroup empty = group.deepCopy();
    empty.setNum_rows(0);
    empty.getColumns().forEach(column -> column.getMeta_data().setNum_values(0));
    return empty;
  }
}
