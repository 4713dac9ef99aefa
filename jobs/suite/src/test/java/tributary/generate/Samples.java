package tributary.generate;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/** What several tests begin with. */
final class Samples {
  static final LocalDate LAST_DAY = LocalDate.of(2025, 12, 31);
  static final int DAYS = 731;

  private Samples() {}

  static UniformRandomProvider random(long seed) {
    return RandomSource.XO_RO_SHI_RO_128_PP.create(seed);
  }

  static RetailerSettings settings(
      int customers, int products, long transactions, long seed, Format format) {
    return new RetailerSettings(customers, products, transactions, seed, format, LAST_DAY);
  }

  static Customer customer(SpendingPower power, int style, double... preferences) {
    return new Customer(
        0, "C1", power, Frequency.REGULAR, 300, preferences, style, Country.SPAIN, 0, DAYS - 1);
  }

  static Stream<Customer> customers(int size, int products, long seed) {
    Catalogue catalogue = Catalogue.create(products, random(seed));
    CustomerSampler sampler = new CustomerSampler(catalogue, DAYS, random(seed + 1));
    return Stream.generate(sampler::next).limit(size);
  }

  /** The rows of a CSV file, each a map from column to text. */
  static List<Map<String, String>> rows(Path csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(csv)) {
      reader.forEach(row -> rows.add(new LinkedHashMap<>(row.getFieldsAsMap())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return rows;
  }
}
