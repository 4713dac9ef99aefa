package tributary.input;

import java.io.IOException;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;

/**
 * Reads a flat column of a Parquet file, many rows at a time, and puts the texts of its values into
 * its cell. A value that stands in a dictionary becomes text once, however many rows have it.
 */
final class ParquetColumnReader {
  private final ColumnDescriptor column;
  private final ParquetCell cell;
  private final ParquetPage page;
  private final ParquetTexts known;
  private final int[] levels = new int[ParquetCell.ROWS];
  private final int[] numbers = new int[ParquetCell.ROWS];
  private final long[] places = new long[ParquetCell.ROWS];

  /** Of each value of the dictionary where its text is; {@link ParquetTexts#NONE} until needed. */
  private long[] knownPlaces = {};

  private PageReader pages;
  private int left;

  ParquetColumnReader(ColumnDescriptor column, ParquetCell cell, ParquetPage page) {
    this.column = column;
    this.cell = cell;
    this.page = page;
    this.known = new ParquetTexts(cell.column());
  }

  /**
   * Begins behind some rows of a row group, of which pages that end before may be missing.
   *
   * @param before how many, fewer than there are
   */
  void open(PageReader groupPages, long before) throws IOException {
    pages = groupPages;
    DictionaryPage words = pages.readDictionaryPage();
    Dictionary dictionary = words == null ? null : words.decode(column);
    known.clear();
    knownPlaces = new long[dictionary == null ? 0 : dictionary.getMaxId() + 1];
    DataPage first = pages.readPage();
    long rows = before - first.getFirstRowIndex().orElse(0L);
    while (first.getValueCount() <= rows) {
      rows -= first.getValueCount();
      first = pages.readPage();
    }
    page.open(dictionary, first);
    left = first.getValueCount();
    skip((int) rows);
  }

  private void skip(int rows) throws IOException {
    int skipped = 0;
    while (skipped < rows) {
      int some = Math.min(ParquetCell.ROWS, rows - skipped);
      page.skip(readLevels(some), numbers);
      skipped += some;
    }
    left -= rows;
  }

  /** Puts the next rows into the cell, in the place of those there. */
  void fill(int rows) throws IOException {
    goToValues();
    if (page.hasNumbers() && left >= rows) {
      fillFromDictionary(rows);
      return;
    }
    cell.clear();
    int taken = 0;
    while (taken < rows) {
      goToValues();
      int some = Math.min(left, rows - taken);
      take(taken, some);
      taken += some;
    }
  }

  private void goToValues() throws IOException {
    while (left == 0) {
      DataPage next = pages.readPage();
      page.open(next);
      left = next.getValueCount();
    }
  }

  private void take(int start, int count) throws IOException {
    int present = readLevels(count);
    boolean areNumbers = page.hasNumbers();
    if (areNumbers) {
      page.readNumbers(numbers, present);
    }
    int next = 0;
    for (int row = 0; row < count; row++) {
      if (levels[row] == 0) {
        cell.take(start + row, null);
      } else {
        cell.take(start + row, areNumbers ? page.value(numbers[next++]) : page.next());
      }
    }
    left -= count;
  }

  /** Reads which rows have a value, and returns how many. */
  private int readLevels(int count) throws IOException {
    page.readLevels(levels, count);
    int present = 0;
    for (int row = 0; row < count; row++) {
      present += levels[row];
    }
    return present;
  }

  private void fillFromDictionary(int rows) throws IOException {
    if (page.isFull()) {
      page.readNumbers(numbers, rows);
      for (int row = 0; row < rows; row++) {
        places[row] = place(numbers[row]);
      }
    } else {
      page.readNumbers(numbers, readLevels(rows));
      int next = 0;
      for (int row = 0; row < rows; row++) {
        places[row] = levels[row] == 0 ? ParquetTexts.NONE : place(numbers[next++]);
      }
    }
    left -= rows;
    cell.take(known, places);
  }

  private long place(int number) {
    long place = knownPlaces[number];
    if (place == ParquetTexts.NONE) {
      place = known.write(page.value(number));
      knownPlaces[number] = place;
    }
    return place;
  }
}
