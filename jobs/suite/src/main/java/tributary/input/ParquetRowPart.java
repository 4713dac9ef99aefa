package tributary.input;

import java.util.stream.IntStream;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.parquet.internal.filter2.columnindex.RowRanges;

/**
 * Some rows of a row group that follow each other, as parquet-java can be told of them: as if the
 * group had three pages, of which the second holds these rows.
 *
 * @param first the first one, counted from 0
 * @param end behind the last one
 */
record ParquetRowPart(long first, long end) implements OffsetIndex {
  private static final int WANTED_PAGE = 1;
  private static final int PAGES = 3;

  /**
   * @param rows of the whole group
   */
  RowRanges ranges(long rows) {
    return RowRanges.create(rows, IntStream.of(WANTED_PAGE).iterator(), this);
  }

  @Override
  public int getPageCount() {
    return PAGES;
  }

  @Override
  public long getFirstRowIndex(int page) {
    return page == 0 ? 0 : page == WANTED_PAGE ? first : end;
  }

  @Override
  public long getOffset(int page) {
    throw new UnsupportedOperationException("rows have no offset");
  }

  @Override
  public int getCompressedPageSize(int page) {
    throw new UnsupportedOperationException("rows have no size");
  }
}
