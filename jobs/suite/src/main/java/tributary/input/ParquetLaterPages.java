package tributary.input;

import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;

/** The pages of a flat column without those that end before a row; a row there has one value. */
final class ParquetLaterPages implements PageReader {
  private final PageReader pages;
  private long passed;
  private DataPage first;

  /**
   * @param rows before the first that is wanted; there are more
   */
  ParquetLaterPages(PageReader pages, long rows) {
    this.pages = pages;
    this.first = pages.readPage();
    while (passed + first.getValueCount() <= rows) {
      passed += first.getValueCount();
      first = pages.readPage();
    }
  }

  /** The rows of the pages that were left out. */
  long passed() {
    return passed;
  }

  @Override
  public DictionaryPage readDictionaryPage() {
    return pages.readDictionaryPage();
  }

  @Override
  public long getTotalValueCount() {
    return pages.getTotalValueCount() - passed;
  }

  @Override
  public DataPage readPage() {
    DataPage page = first == null ? pages.readPage() : first;
    first = null;
    return page;
  }
}
