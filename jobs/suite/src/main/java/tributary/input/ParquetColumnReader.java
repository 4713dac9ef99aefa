package tributary.input;

import static org.apache.parquet.column.ValuesType.DEFINITION_LEVEL;
import static org.apache.parquet.column.ValuesType.REPETITION_LEVEL;
import static org.apache.parquet.column.ValuesType.VALUES;

import java.io.IOException;
import java.util.Objects;
import org.apache.parquet.CorruptDeltaByteArrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.RequiresPreviousReader;
import org.apache.parquet.column.values.ValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;

/**
 * Reads a flat column of a Parquet file, many rows at a time, and puts the texts of its values into
 * its cell. A value that stands in a dictionary becomes text once, however many rows have it. What
 * a page holds, and in which order, is at https://parquet.apache.org/docs/file-format/data-pages.
 */
final class ParquetColumnReader {
  /** A level of one bit: whether a row has a value. */
  private static final int LEVEL_BITS = 1;

  private final ColumnDescriptor column;
  private final String writer;
  private final ParquetCell cell;
  private final ParquetValue value;
  private final ParquetTexts known;
  private final int[] numbers = new int[ParquetCell.ROWS];
  private PageReader pages;
  private Dictionary dictionary;
  private Levels levels;
  private ValuesReader values;
  private boolean areNumbers;
  private long left;

  /**
   * @param writer what wrote the file, as its footer says
   */
  ParquetColumnReader(
      ColumnDescriptor column, String writer, ParquetCell cell, ParquetValue value) {
    this.column = column;
    this.writer = writer;
    this.cell = cell;
    this.value = value;
    this.known = new ParquetTexts(cell.column());
  }

  /**
   * Begins behind some rows of a row group, of which pages that end before may be missing.
   *
   * @param before how many, fewer than there are
   */
  void open(PageReader groupPages, long before) throws IOException {
    pages = groupPages;
    DictionaryPage page = pages.readDictionaryPage();
    dictionary = page == null ? null : page.decode(column);
    known.clear(dictionary == null ? 0 : dictionary.getMaxId() + 1);
    DataPage first = pages.readPage();
    long rows = before - first.getFirstRowIndex().orElse(0L);
    while (first.getValueCount() <= rows) {
      rows -= first.getValueCount();
      first = pages.readPage();
    }
    values = null;
    read(first);
    pass(rows);
  }

  /** Reads the values of the next rows, and keeps none. */
  void pass(long rows) throws IOException {
    for (long row = 0; row < rows; row++) {
      goToValues();
      if (levels.hasValue()) {
        passValue();
      }
      left--;
    }
  }

  private void passValue() {
    if (areNumbers) {
      Objects.checkIndex(values.readValueDictionaryId(), known.size());
    } else {
      values.skip();
    }
  }

  /** Puts the next rows into the cell, in the place of those there. */
  void fill(int rows) throws IOException {
    goToValues();
    if (areNumbers && left >= rows) {
      fillFromDictionary(rows);
      return;
    }
    cell.clear();
    for (int row = 0; row < rows; row++) {
      goToValues();
      cell.take(row, levels.hasValue() ? next() : null);
      left--;
    }
  }

  private void goToValues() throws IOException {
    while (left == 0) {
      read(pages.readPage());
    }
  }

  private Object next() {
    return areNumbers ? value.of(dictionary, values.readValueDictionaryId()) : value.next(values);
  }

  private void fillFromDictionary(int rows) throws IOException {
    if (isOptional()) {
      for (int row = 0; row < rows; row++) {
        numbers[row] = levels.hasValue() ? values.readValueDictionaryId() : ParquetCell.NO_NUMBER;
      }
    } else {
      for (int row = 0; row < rows; row++) {
        numbers[row] = values.readValueDictionaryId();
      }
    }
    left -= rows;
    for (int row = 0; row < rows; row++) {
      int number = numbers[row];
      if (number != ParquetCell.NO_NUMBER && !known.has(number)) {
        known.put(number, value.of(dictionary, number));
      }
    }
    cell.take(known, numbers);
  }

  private void read(DataPage page) throws IOException {
    left = page.getValueCount();
    if (page instanceof DataPageV1 first) {
      read(first);
    } else {
      read((DataPageV2) page);
    }
  }

  private void read(DataPageV1 page) throws IOException {
    ByteBufferInputStream in = page.getBytes().toInputStream();
    page.getRlEncoding()
        .getValuesReader(column, REPETITION_LEVEL)
        .initFromPage(page.getValueCount(), in);
    ValuesReader defined = page.getDlEncoding().getValuesReader(column, DEFINITION_LEVEL);
    defined.initFromPage(page.getValueCount(), in);
    levels = isOptional() ? () -> defined.readInteger() > 0 : () -> true;
    readValues(page.getValueEncoding(), in, page.getValueCount());
  }

  private void read(DataPageV2 page) throws IOException {
    if (isOptional()) {
      RunLengthBitPackingHybridDecoder defined =
          new RunLengthBitPackingHybridDecoder(
              LEVEL_BITS, page.getDefinitionLevels().toInputStream());
      levels = () -> defined.readInt() > 0;
    } else {
      levels = () -> true;
    }
    readValues(page.getDataEncoding(), page.getData().toInputStream(), page.getValueCount());
  }

  private boolean isOptional() {
    return column.getMaxDefinitionLevel() > 0;
  }

  private void readValues(Encoding encoding, ByteBufferInputStream in, int count)
      throws IOException {
    ValuesReader before = values;
    areNumbers = encoding.usesDictionary();
    values =
        areNumbers
            ? encoding.getDictionaryBasedValuesReader(column, VALUES, dictionary)
            : encoding.getValuesReader(column, VALUES);
    values.initFromPage(count, in);
    if (values instanceof RequiresPreviousReader continued
        && CorruptDeltaByteArrays.requiresSequentialReads(writer, encoding)) {
      continued.setPreviousReader(before);
    }
  }

  /** Tells of row after row whether it has a value. */
  @FunctionalInterface
  private interface Levels {
    boolean hasValue() throws IOException;
  }
}
