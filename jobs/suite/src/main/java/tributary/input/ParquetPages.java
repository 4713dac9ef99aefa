package tributary.input;

import static java.util.stream.Collectors.partitioningBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import tributary.config.UserError;

/**
 * Unpacks every page of a Parquet file, which shows whether it is whole. Values are read too where
 * the writer left no sums of its pages, which would tell that they are what was written.
 */
final class ParquetPages {
  private final InputFile file;
  private final ParquetFileReader reader;
  private boolean areSummed;

  ParquetPages(InputFile file, ParquetFileReader reader) {
    this.file = file;
    this.reader = reader;
  }

  /**
   * Unpacks all pages, and reads the values that no sum vouches for.
   *
   * @return the row groups of which some rows can be read by themselves: their index of pages tells
   *     where each begins, or they have none
   * @throws UserError naming the row group that cannot be read
   */
  Set<BlockMetaData> check() {
    Set<BlockMetaData> divisible = new HashSet<>();
    for (int group = 0; group < reader.getRowGroups().size(); group++) {
      BlockMetaData block = reader.getRowGroups().get(group);
      if (block.getRowCount() > 0 && check(group)) {
        divisible.add(block);
      }
    }
    return divisible;
  }

  private boolean check(int group) {
    try (PageReadStore pages = reader.readRowGroup(group)) {
      boolean isIndexRight = true;
      areSummed = true;
      if (pages != null) {
        for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
          List<Long> begins = unpack(pages.getPageReader(column));
          isIndexRight &= fits(begins, column, reader.getRowGroups().get(group));
        }
      }
      if (!areSummed) {
        readValues(group);
      }
      return isIndexRight;
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "Cannot read %s: its row group %s of %s is damaged (%s); deliver it anew"
              .formatted(file.name(), group + 1, reader.getRowGroups().size(), reason(e)),
          e);
    }
  }

  private void readValues(int group) throws IOException {
    Map<Boolean, List<ParquetCell>> cells =
        ParquetFile.columns(reader).stream()
            .map(column -> new ParquetCell(column, false))
            .collect(partitioningBy(cell -> cell.column().isNested()));
    try (PageReadStore pages = reader.readRowGroup(group)) {
      long rows = pages.getRowCount();
      ParquetRow flat = new ParquetRow(reader.getFileMetaData(), cells.get(false));
      flat.open(pages, 0, rows);
      flat.pass(rows);
      new ParquetNested(reader.getFileMetaData(), cells.get(true)).open(pages, rows);
    }
  }

  /** The places in the column, in values, at which its pages begin. */
  private List<Long> unpack(PageReader pages) throws IOException {
    pages.readDictionaryPage();
    List<Long> begins = new ArrayList<>();
    long values = 0;
    for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
      bytes(page).writeAllTo(OutputStream.nullOutputStream());
      areSummed &= page.getCrc().isPresent();
      begins.add(values);
      values += page.getValueCount();
    }
    return begins;
  }

  /** Whether the column's index, if there is one, says the same; of lists, rows are no values. */
  private boolean fits(List<Long> begins, ColumnDescriptor column, BlockMetaData group)
      throws IOException {
    ColumnPath path = ColumnPath.get(column.getPath());
    ColumnChunkMetaData chunk =
        group.getColumns().stream()
            .filter(each -> each.getPath().equals(path))
            .findFirst()
            .orElseThrow();
    OffsetIndex index = reader.readOffsetIndex(chunk);
    return index == null
        || column.getMaxRepetitionLevel() > 0
        || begins.equals(
            IntStream.range(0, index.getPageCount()).mapToObj(index::getFirstRowIndex).toList());
  }

  private static BytesInput bytes(DataPage page) {
    return page.accept(
        new DataPage.Visitor<>() {
          @Override
          public BytesInput visit(DataPageV1 first) {
            return first.getBytes();
          }

          @Override
          public BytesInput visit(DataPageV2 second) {
            return second.getData();
          }
        });
  }

  private static String reason(Exception e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
