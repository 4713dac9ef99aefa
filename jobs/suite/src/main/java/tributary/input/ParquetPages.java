package tributary.input;

import java.io.IOException;
import java.io.OutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.hadoop.ParquetFileReader;
import tributary.config.UserError;

/** Unpacks every page of a Parquet file, which shows whether it is whole. */
final class ParquetPages {
  private ParquetPages() {}

  /**
   * @throws UserError naming the row group that cannot be unpacked
   */
  static void check(InputFile file, ParquetFileReader reader) {
    for (int group = 0; group < reader.getRowGroups().size(); group++) {
      if (reader.getRowGroups().get(group).getRowCount() == 0) {
        continue;
      }
      try (PageReadStore pages = reader.readRowGroup(group)) {
        if (pages != null) {
          for (ColumnDescriptor column : reader.getFileMetaData().getSchema().getColumns()) {
            unpack(pages.getPageReader(column));
          }
        }
      } catch (IOException | RuntimeException e) {
        throw new UserError(
            "Cannot read %s: its row group %d of %d is damaged (%s); deliver it anew"
                .formatted(file.name(), group + 1, reader.getRowGroups().size(), reason(e)),
            e);
      }
    }
  }

  private static void unpack(PageReader pages) throws IOException {
    pages.readDictionaryPage();
    for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
      bytes(page).writeAllTo(OutputStream.nullOutputStream());
    }
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
