package tributary.generate;

import java.nio.file.Path;

/**
 * The files that the synthetic retailer wrote.
 *
 * @param transactions one row per line item
 * @param customers one row per customer
 * @param products one row per product
 * @param transactionLines rows of the transactions file, returns included
 * @param returnLines those of them that are returns
 * @param customerCount rows of the customers file
 * @param productCount rows of the products file
 */
public record GeneratedFiles(
    Path transactions,
    Path customers,
    Path products,
    long transactionLines,
    long returnLines,
    int customerCount,
    int productCount) {}
