package tributary.generate;

/** Identifiers: a letter and a number padded with zeros, so that they sort as they were made. */
final class Identifier {
  private static final int CUSTOMER_DIGITS = 8;
  private static final int PRODUCT_DIGITS = 7;
  private static final int TRANSACTION_DIGITS = 10;

  private Identifier() {}

  static String ofCustomer(long number) {
    return padded('C', number, CUSTOMER_DIGITS);
  }

  static String ofProduct(long number) {
    return padded('P', number, PRODUCT_DIGITS);
  }

  static String ofTransaction(long number) {
    return padded('T', number, TRANSACTION_DIGITS);
  }

  private static String padded(char letter, long number, int digits) {
    String written = Long.toString(number);
    return letter + "0".repeat(digits - written.length()) + written;
  }
}
