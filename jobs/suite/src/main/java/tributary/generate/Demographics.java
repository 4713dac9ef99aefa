package tributary.generate;

import java.time.LocalDate;

/**
 * What the retailer knows about a customer.
 *
 * @param age years on the last day
 * @param income per year, before tax, in whole units of the currency
 * @param partner whether the customer lives with one
 * @param childrenAtHome 0 to 4
 * @param customerSince the day of joining; it may lie before the first sale of the file
 */
record Demographics(
    Customer customer,
    int age,
    String gender,
    int income,
    String education,
    boolean partner,
    int childrenAtHome,
    LocalDate customerSince) {}
