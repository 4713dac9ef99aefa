package tributary.input;

import static org.apache.parquet.column.ValuesType.DEFINITION_LEVEL;
import static org.apache.parquet.column.ValuesType.REPETITION_LEVEL;
import static org.apache.parquet.column.ValuesType.VALUES;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.CorruptDeltaByteArrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.values.RequiresPreviousReader;
import org.apache.parquet.column.values.ValuesReader;

/**
 * One page after the other of a flat column of a Parquet file. What a page holds, and in which
 * order, is at https://parquet.apache.org/docs/file-format/data-pages.
 */
final class ParquetPage {
  /** A level of one bit: whether a row has a value. */
  private static final int LEVEL_BITS = 1;

  private final ColumnDescriptor column;
  private final String writer;
  private final ParquetValue value;
  private final boolean isText;
  private ParquetInts levels;
  private Dictionary dictionary;
  private ParquetInts numbers;
  private ParquetPlainTexts texts;
  private ValuesReader values;

  /**
   * @param writer what wrote the file, as its footer says
   * @param isText whether its values are texts
   */
  ParquetPage(ColumnDescriptor column, String writer, ParquetValue value, boolean isText) {
    this.column = column;
    this.writer = writer;
    this.value = value;
    this.isText = isText;
  }

  /** Goes to the first page of those that share a dictionary, or none. */
  void open(Dictionary shared, DataPage page) throws IOException {
    dictionary = shared;
    values = null;
    open(page);
  }

  /** Goes to the next page of the same dictionary. */
  void open(DataPage page) throws IOException {
    if (page instanceof DataPageV1 first) {
      openFirst(first);
    } else {
      openSecond((DataPageV2) page);
    }
  }

  /** Whether its values are given by their numbers in the dictionary. */
  boolean hasNumbers() {
    return numbers != null;
  }

  /** Reads of the next rows whether they have a value, 1 or 0. */
  void readLevels(int[] target, int count) throws IOException {
    if (levels == null) {
      Arrays.fill(target, 0, count, 1);
    } else {
      levels.read(target, count);
    }
  }

  /** Whether each row has a value. */
  boolean isFull() {
    return levels == null;
  }

  /** Reads the numbers of the next values in the dictionary. */
  void readNumbers(int[] target, int count) throws IOException {
    numbers.read(target, count);
  }

  /** Passes over the next values, at most as many as the array has room for. */
  void skip(int count, int[] room) throws IOException {
    if (hasNumbers()) {
      readNumbers(room, count);
      return;
    }
    for (int skipped = 0; skipped < count; skipped++) {
      next();
    }
  }

  /** The value of a number in the dictionary. */
  Object value(int number) {
    return value.of(dictionary, number);
  }

  /** The next value of a page that has no numbers. */
  Object next() {
    return texts == null ? value.next(values) : texts.next();
  }

  private void openFirst(DataPageV1 page) throws IOException {
    ByteBufferInputStream in = page.getBytes().toInputStream();
    int count = page.getValueCount();
    page.getRlEncoding().getValuesReader(column, REPETITION_LEVEL).initFromPage(count, in);
    levels = isOptional() ? levels(page.getDlEncoding(), count, in) : null;
    openValues(page.getValueEncoding(), in, count);
  }

  private ParquetInts levels(Encoding encoding, int count, ByteBufferInputStream in)
      throws IOException {
    if (encoding == Encoding.RLE) {
      int size = in.slice(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
      return new ParquetRuns(in.slice(size), LEVEL_BITS);
    }
    ValuesReader defined = encoding.getValuesReader(column, DEFINITION_LEVEL);
    defined.initFromPage(count, in);
    return (target, wanted) ->
        Arrays.setAll(target, row -> row < wanted ? defined.readInteger() : 0);
  }

  private void openSecond(DataPageV2 page) throws IOException {
    levels =
        isOptional()
            ? new ParquetRuns(rest(page.getDefinitionLevels().toInputStream()), LEVEL_BITS)
            : null;
    openValues(page.getDataEncoding(), page.getData().toInputStream(), page.getValueCount());
  }

  private boolean isOptional() {
    return column.getMaxDefinitionLevel() > 0;
  }

  private void openValues(Encoding encoding, ByteBufferInputStream in, int count)
      throws IOException {
    ValuesReader before = values;
    numbers = null;
    texts = null;
    values = null;
    if (encoding.usesDictionary()) {
      int bits = in.available() == 0 ? 0 : in.read();
      numbers = new ParquetRuns(rest(in), bits);
    } else if (encoding == Encoding.PLAIN && isText) {
      texts = new ParquetPlainTexts(rest(in));
    } else {
      values = values(encoding, in, count, before);
    }
  }

  private static ByteBuffer rest(ByteBufferInputStream in) throws IOException {
    return in.slice(in.available());
  }

  private ValuesReader values(
      Encoding encoding, ByteBufferInputStream in, int count, ValuesReader before)
      throws IOException {
    ValuesReader found = encoding.getValuesReader(column, VALUES);
    found.initFromPage(count, in);
    if (found instanceof RequiresPreviousReader continued
        && CorruptDeltaByteArrays.requiresSequentialReads(writer, encoding)) {
      continued.setPreviousReader(before);
    }
    return found;
  }
}
