/**
 * The synthetic retailer: transactions, customers and products drawn from stated distributions.
 *
 * <p>The same settings give the same bytes whatever the JVM, time zone, locale or machine. No other
 * room imports this one except the commands in {@code app}.
 */
package tributary.generate;
