package tributary.input.draft;

import java.util.Locale;

/** What a column may be of; its name in lower case is its key in the vocabulary. */
enum Role {
  TRANSACTION,
  POSITION,
  PRODUCT,
  NAME,
  CATEGORY,
  SUBCATEGORY,
  QUANTITY,
  PRICE,
  AMOUNT,
  DISCOUNT,
  DATE,
  TIME,
  CUSTOMER,
  CURRENCY,
  COUNTRY,
  STORE,
  TILL,
  STATUS,
  BIRTH_YEAR,
  AGE,
  GENDER,
  EDUCATION,
  PARTNER,
  INCOME,
  CHILDREN,
  TEENAGERS,
  ENROLLED;

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isNumber() {
    return this == QUANTITY || this == PRICE || this == AMOUNT || this == DISCOUNT;
  }

  /** Whether only a file of customers has it. */
  boolean isOfCustomers() {
    return compareTo(BIRTH_YEAR) >= 0;
  }
}
