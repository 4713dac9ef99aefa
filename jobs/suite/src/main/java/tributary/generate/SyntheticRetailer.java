package tributary.generate;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.function.LongConsumer;

/**
 * Writes the files of a retailer that doesn't exist: two years of sales with their customers and
 * products.
 *
 * <p>Orders come day by day in the order of time, with one to five lines of different products.
 * About two lines in a hundred are returns of earlier purchases, with a negative quantity and a
 * transaction of their own; about one in a hundred has no customer. Everyone buys at least once,
 * when there are orders enough. Memory grows with customers and products and with the lines of one
 * day, not with all lines.
 */
public final class SyntheticRetailer {
  private final RetailerSettings settings;
  private final int days;
  private final Catalogue catalogue;
  private final Population population;

  private SyntheticRetailer(RetailerSettings settings) {
    long seed = settings.seed();
    this.settings = settings;
    this.days = (int) ChronoUnit.DAYS.between(settings.firstDay(), settings.lastDay()) + 1;
    this.catalogue = Catalogue.create(settings.products(), Randomness.PRODUCTS.stream(seed));
    this.population =
        Population.create(settings.customers(), catalogue, days, Randomness.CUSTOMERS.stream(seed));
  }

  /**
   * Writes {@code products}, {@code customers} and {@code transactions} as {@code .csv} or {@code
   * .parquet}, replacing files of those names only, and only when all three are complete.
   *
   * @param output a directory, made when it is absent
   * @param progress is told the lines of transactions written so far, after each day
   * @throws tributary.config.UserError when {@code output} can't be a directory to write to
   * @throws UncheckedIOException when writing fails, for instance because the disk is full
   */
  public static GeneratedFiles generate(
      RetailerSettings settings, Path output, LongConsumer progress) {
    requireNonNull(settings, "settings is null");
    requireNonNull(output, "output is null");
    requireNonNull(progress, "progress is null");
    try (OutputFolder folder = OutputFolder.open(output)) {
      GeneratedFiles files = new SyntheticRetailer(settings).write(folder, output, progress);
      folder.publish();
      return files;
    } catch (IOException e) {
      throw cannotWrite(output, e);
    } catch (UncheckedIOException e) {
      throw cannotWrite(output, e.getCause());
    }
  }

  private static UncheckedIOException cannotWrite(Path output, IOException reason) {
    return new UncheckedIOException(
        "Cannot write the retailer to " + output + ": " + reason, reason);
  }

  private GeneratedFiles write(OutputFolder folder, Path output, LongConsumer progress)
      throws IOException {
    writeProducts(folder);
    writeCustomers(folder);
    long returns = writeTransactions(folder, progress);
    return new GeneratedFiles(
        output.resolve(fileName(Layout.TRANSACTIONS)),
        output.resolve(fileName(Layout.CUSTOMERS)),
        output.resolve(fileName(Layout.PRODUCTS)),
        settings.transactions(),
        returns,
        settings.customers(),
        settings.products());
  }

  private void writeProducts(OutputFolder folder) throws IOException {
    try (RowWriter<Product> rows = open(folder, Layout.PRODUCTS)) {
      for (Product product : catalogue.products()) {
        rows.write(product);
      }
    }
  }

  private void writeCustomers(OutputFolder folder) throws IOException {
    DemographicsSampler sampler =
        new DemographicsSampler(
            settings.firstDay(), Randomness.DEMOGRAPHICS.stream(settings.seed()));
    try (RowWriter<Demographics> rows = open(folder, Layout.CUSTOMERS)) {
      for (Customer customer : population.customers()) {
        rows.write(sampler.of(customer));
      }
    }
  }

  private long writeTransactions(OutputFolder folder, LongConsumer progress) throws IOException {
    long[] linesByDay =
        Calendar.shareOut(
            settings.transactions(),
            settings.firstDay(),
            population.activityByDay(),
            Randomness.DAYS.stream(settings.seed()));
    try (RowWriter<SaleLine> rows = open(folder, Layout.TRANSACTIONS)) {
      Till till = new Till(settings, catalogue, population, days, rows);
      long written = 0;
      for (int day = 0; day < days; day++) {
        till.ringUp(day, Math.toIntExact(linesByDay[day]));
        written += linesByDay[day];
        progress.accept(written);
      }
      return till.returnLines();
    }
  }

  private <T> RowWriter<T> open(OutputFolder folder, Layout<T> layout) throws IOException {
    Path draft = folder.draft(fileName(layout));
    return switch (settings.format()) {
      case CSV -> CsvRows.create(draft, layout);
      case PARQUET -> ParquetRows.create(draft, layout);
    };
  }

  private String fileName(Layout<?> layout) {
    return settings.format().fileName(layout.table());
  }
}
