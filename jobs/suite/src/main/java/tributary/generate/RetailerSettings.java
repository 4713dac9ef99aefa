package tributary.generate;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tributary.config.UserError;

/**
 * What the synthetic retailer looks like.
 *
 * @param customers number of customers, 1 to 10,000,000
 * @param products number of products, 1 to 1,000,000
 * @param transactions number of lines of the transactions file, returns included, 1 to
 *     1,000,000,000; lines are grouped into orders of one to five
 * @param seed the same seed gives the same bytes
 * @param format the format of all three files
 * @param lastDay the last day of the two years in which everything happens
 */
public record RetailerSettings(
    int customers, int products, long transactions, long seed, Format format, LocalDate lastDay) {
  private static final int MOST_CUSTOMERS = 10_000_000;
  private static final int MOST_PRODUCTS = 1_000_000;
  private static final long MOST_TRANSACTIONS = 1_000_000_000;
  private static final int FIRST_YEAR = 1902;
  private static final int LAST_YEAR = 9999;

  /**
   * @throws UserError naming every setting that is out of its range
   */
  public RetailerSettings {
    requireNonNull(format, "format is null");
    requireNonNull(lastDay, "lastDay is null");
    List<String> problems = new ArrayList<>();
    check("customers", customers, 1, MOST_CUSTOMERS, problems);
    check("products", products, 1, MOST_PRODUCTS, problems);
    check("transactions", transactions, 1, MOST_TRANSACTIONS, problems);
    check("year of the last day", lastDay.getYear(), FIRST_YEAR, LAST_YEAR, problems);
    if (!problems.isEmpty()) {
      throw new UserError("Cannot generate a retailer: " + String.join("; ", problems));
    }
  }

  /** 500 customers, 50 products and 30,000 lines of CSV in the two years ending 2025-12-31. */
  public static RetailerSettings defaults() {
    return new RetailerSettings(500, 50, 30_000, 42, Format.CSV, LocalDate.of(2025, 12, 31));
  }

  /** The first of the two years' days. */
  public LocalDate firstDay() {
    return lastDay.minusYears(2).plusDays(1);
  }

  private static void check(String name, long value, long least, long most, List<String> problems) {
    if (value < least || value > most) {
      problems.add(name + " is " + value + ", expected " + least + " to " + most);
    }
  }
}
