package tributary.input.xlsx;

/** Addresses of cells, such as {@code AB12}. */
final class CellAddress {
  private CellAddress() {}

  /** The column from 0, by the letters of an address; -1 when it has none. */
  static int column(String address) {
    int column = 0;
    for (int i = 0; i < address.length(); i++) {
      char letter = address.charAt(i);
      if (letter < 'A' || letter > 'Z' || i > 3) {
        break;
      }
      column = column * 26 + letter - 'A' + 1;
    }
    return column - 1;
  }

  /** The row from 1, by the digits of an address; 0 when it has none. */
  static int row(String address) {
    int row = 0;
    for (int i = 0; i < address.length(); i++) {
      char digit = address.charAt(i);
      if (digit >= '0' && digit <= '9') {
        row = row * 10 + digit - '0';
      }
    }
    return row;
  }

  /** An address from a row from 1 and a column from 0. */
  static String of(int row, int column) {
    StringBuilder letters = new StringBuilder();
    for (int left = column; left >= 0; left = left / 26 - 1) {
      letters.insert(0, (char) ('A' + left % 26));
    }
    return letters.append(row).toString();
  }
}
