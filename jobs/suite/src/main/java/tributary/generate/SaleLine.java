package tributary.generate;

import java.math.BigDecimal;
import java.time.LocalDateTime;

/**
 * A row of the transactions file.
 *
 * @param customer who bought
 * @param isAnonymous whether the till didn't learn who it was
 * @param quantity pieces, negative when they come back
 * @param unitPrice with two decimals, always positive
 * @param returnedTransactionId the purchase that this line takes back; null when it is a purchase
 */
record SaleLine(
    String transactionId,
    Customer customer,
    boolean isAnonymous,
    Product product,
    int quantity,
    BigDecimal unitPrice,
    LocalDateTime soldAt,
    String returnedTransactionId) {

  boolean isReturn() {
    return returnedTransactionId != null;
  }

  /** Null when anonymous. */
  String customerId() {
    return isAnonymous ? null : customer.id();
  }

  /** The same line coming back, all or some of it. */
  SaleLine returned(String newTransactionId, int pieces, LocalDateTime returnedAt) {
    return new SaleLine(
        newTransactionId,
        customer,
        isAnonymous,
        product,
        -pieces,
        unitPrice,
        returnedAt,
        transactionId);
  }
}
