package tributary.input;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.flink.table.data.StringData;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import tributary.config.UserError;

/**
 * Rows of a Parquet file that follow each other, their values as text. Only the columns that a
 * query needs are read, and of a row group that begins before the rows the pages that hold rows of
 * the section, or all pages where the file has no index of them.
 */
final class ParquetRecords implements FileRecord {
  private final FileSection section;
  private final ParquetFileReader file;
  private final long end;
  private final ParquetCell[] cells;
  private final ParquetCell[] cellsByPlace;
  private final ParquetRow flat;
  private final ParquetNested nested;
  private final boolean hasNested;
  private final TextBuffer raw = new TextBuffer();
  private PageReadStore pages;
  private long rowsLeft;
  private long row;
  private String problem;

  ParquetRecords(FileSection section, Path path, ColumnUse use) throws IOException {
    this.section = section;
    this.file = ParquetFile.open(path);
    this.row = section.part().offset();
    this.end = row + section.part().length();
    List<ParquetColumn> columns = ParquetFile.columns(file);
    this.cellsByPlace = new ParquetCell[columns.size()];
    for (int place : use.read(columns.size())) {
      cellsByPlace[place] = new ParquetCell(columns.get(place), use.mapped().contains(place));
    }
    this.cells = Stream.of(cellsByPlace).filter(Objects::nonNull).toArray(ParquetCell[]::new);
    MessageType declared = file.getFileMetaData().getSchema();
    file.setRequestedSchema(
        new MessageType(
            declared.getName(),
            Stream.of(cells).map(cell -> cell.column().type()).toArray(Type[]::new)));
    this.flat = new ParquetRow(file.getFileMetaData(), cells(false));
    this.nested = new ParquetNested(file.getFileMetaData(), cells(true));
    this.hasNested = !cells(true).isEmpty();
  }

  private List<ParquetCell> cells(boolean areNested) {
    return Stream.of(cells).filter(cell -> cell.column().isNested() == areNested).toList();
  }

  @Override
  public boolean next() throws IOException {
    try {
      if (row == end) {
        return false;
      }
      if (rowsLeft == 0) {
        openGroup();
      }
      rowsLeft--;
      row++;
      flat.next();
      nested.next();
      problem = findProblem();
      return true;
    } catch (IOException | RuntimeException e) {
      throw new UserError(
          "Cannot read %s: it is damaged near row %s; deliver it anew"
              .formatted(section.name(), row),
          e);
    }
  }

  private void openGroup() throws IOException {
    List<BlockMetaData> groups = file.getRowGroups();
    long first = 0;
    int group = 0;
    while (first + groups.get(group).getRowCount() <= row) {
      first += groups.get(group).getRowCount();
      group++;
    }
    rowsLeft = Math.min(first + groups.get(group).getRowCount(), end) - row;
    if (cells.length > 0) {
      closePages();
      pages = read(group, new ParquetRowPart(row - first, row - first + rowsLeft));
      flat.open(pages, row - first, rowsLeft);
      nested.open(pages, row - first);
    }
  }

  /** Reads the pages that hold some rows, where the file has an index of them; else all pages. */
  private PageReadStore read(int group, ParquetRowPart rows) throws IOException {
    BlockMetaData block = file.getRowGroups().get(group);
    boolean isAll = rows.first() == 0 && rows.end() == block.getRowCount();
    boolean isIndexed =
        block.getColumns().stream().allMatch(chunk -> chunk.getOffsetIndexReference() != null);
    return isAll || hasNested || !isIndexed
        ? file.readRowGroup(group)
        : file.readFilteredRowGroup(group, rows.ranges(block.getRowCount()));
  }

  private void closePages() {
    if (pages != null) {
      pages.close();
      pages = null;
    }
  }

  private String findProblem() {
    for (ParquetCell cell : cells) {
      String found = cell.problem();
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  @Override
  public long line() {
    return row;
  }

  @Override
  public String problem() {
    return problem;
  }

  @Override
  public StringData column(int place) {
    ParquetCell cell = cellsByPlace[place];
    return cell == null ? null : cell.trimmed();
  }

  /** The row as a CSV record of all its values, in the order of the file's columns. */
  @Override
  public StringData raw() {
    raw.clear();
    for (ParquetCell cell : cells) {
      cell.writeField(raw);
    }
    return raw.viewFrom(1);
  }

  @Override
  public void close() throws IOException {
    closePages();
    file.close();
  }
}
