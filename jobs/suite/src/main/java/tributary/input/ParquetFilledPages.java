package tributary.input;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;

/**
 * The pages of a row group but those without values, which some writers make and parquet-java
 * 1.17.1 takes for damage.
 */
record ParquetFilledPages(PageReadStore group) implements PageReadStore {
  @Override
  public PageReader getPageReader(ColumnDescriptor column) {
    return new Filled(group.getPageReader(column));
  }

  @Override
  public long getRowCount() {
    return group.getRowCount();
  }

  private record Filled(PageReader pages) implements PageReader {
    @Override
    public DictionaryPage readDictionaryPage() {
      return pages.readDictionaryPage();
    }

    @Override
    public long getTotalValueCount() {
      return pages.getTotalValueCount();
    }

    @Override
    public DataPage readPage() {
      DataPage page = pages.readPage();
      while (page != null && page.getValueCount() == 0) {
        page = pages.readPage();
      }
      return page;
    }
  }
}
