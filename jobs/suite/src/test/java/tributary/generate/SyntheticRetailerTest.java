package tributary.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tributary.config.UserError;

class SyntheticRetailerTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void writesTheSameBytesForTheSameSeed(Format format) throws IOException {
    GeneratedFiles first = generate(Samples.settings(40, 30, 2_000, 7, format), "first");
    GeneratedFiles second = generate(Samples.settings(40, 30, 2_000, 7, format), "second");

    assertThat(second.transactions()).hasSameBinaryContentAs(first.transactions());
    assertThat(second.customers()).hasSameBinaryContentAs(first.customers());
    assertThat(second.products()).hasSameBinaryContentAs(first.products());
  }

  @Test
  void writesOtherRowsForAnotherSeed() throws IOException {
    GeneratedFiles first = generate(Samples.settings(40, 30, 2_000, 7, Format.CSV), "first");
    GeneratedFiles second = generate(Samples.settings(40, 30, 2_000, 8, Format.CSV), "second");

    assertThat(Files.readString(second.transactions()))
        .isNotEqualTo(Files.readString(first.transactions()));
    assertThat(Files.readString(second.customers()))
        .isNotEqualTo(Files.readString(first.customers()));
    assertThat(Files.readString(second.products()))
        .isNotEqualTo(Files.readString(first.products()));
  }

  /** Pins the bytes themselves: whoever changes a distribution changes these on purpose. */
  @Test
  void writesTheBytesThatEveryOtherMachineWrites() throws Exception {
    GeneratedFiles files = generate(Samples.settings(20, 25, 1_000, 42, Format.CSV), "pinned");

    assertThat(sha256(files.products()))
        .isEqualTo("6d207e65cf18cfd133f948cd80c503a6cebac1dfd87be04eee92f6f7d80b2714");
    assertThat(sha256(files.customers()))
        .isEqualTo("aa29597e62f5b44267ee5986b2dac7e972c285919d720687d82a0740fc3eed11");
    assertThat(sha256(files.transactions()))
        .isEqualTo("88f208fe5baa45f34e10cc66686479d74b160919b365ce686e78bd15ede50a20");
  }

  @Test
  void sellsToEverybodyWhereThereAreHardlyMoreOrdersThanCustomers() {
    GeneratedFiles files = generate(Samples.settings(400, 30, 1_600, 42, Format.CSV), "few");

    assertThat(Samples.rows(files.transactions()).stream().map(row -> row.get("customer_id")))
        .containsAll(
            Samples.rows(files.customers()).stream().map(row -> row.get("customer_id")).toList());
  }

  @ParameterizedTest
  @EnumSource
  void ignoresTheLocaleAndTimeZoneOfTheMachine(Format format) throws IOException {
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    GeneratedFiles here = generate(Samples.settings(10, 10, 500, 3, format), "here");
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
      GeneratedFiles there = generate(Samples.settings(10, 10, 500, 3, format), "there");

      assertThat(there.transactions()).hasSameBinaryContentAs(here.transactions());
      assertThat(there.customers()).hasSameBinaryContentAs(here.customers());
      assertThat(there.products()).hasSameBinaryContentAs(here.products());
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void writesTheDocumentedColumns() throws IOException {
    GeneratedFiles files = generate(Samples.settings(3, 3, 3, 1, Format.CSV), "columns");

    assertThat(header(files.transactions()))
        .isEqualTo(
            "transaction_id,customer_id,product_id,product_name,category,subcategory,quantity,"
                + "unit_price,sold_at,country,returned_transaction_id");
    assertThat(header(files.customers()))
        .isEqualTo(
            "customer_id,age,gender,income,education,partner,children_at_home,country,"
                + "customer_since");
    assertThat(header(files.products()))
        .isEqualTo("product_id,product_name,category,subcategory,list_price,popularity");
  }

  @ParameterizedTest
  @EnumSource
  void writesOneTransactionOfOneCustomerAndOneProduct(Format format) {
    GeneratedFiles files = generate(Samples.settings(1, 1, 1, 5, format), "one");

    assertThat(files.transactionLines()).isEqualTo(1);
    assertThat(files.returnLines()).isZero();
    assertThat(files.transactions()).isNotEmptyFile().hasFileName(format.fileName("transactions"));
    assertThat(files.customers()).isNotEmptyFile();
    assertThat(files.products()).isNotEmptyFile();
  }

  @Test
  void sellsTheOnlyProductOncePerOrder() {
    List<Map<String, String>> rows =
        Samples.rows(generate(Samples.settings(5, 1, 400, 5, Format.CSV), "one").transactions());

    assertThat(rows).hasSize(400);
    assertThat(rows.stream().map(row -> row.get("transaction_id")).distinct()).hasSize(400);
  }

  @Test
  void movesTheTwoYearsWithTheLastDay() {
    RetailerSettings settings =
        new RetailerSettings(20, 10, 2_000, 9, Format.CSV, LocalDate.of(2012, 2, 29));

    List<String> moments =
        Samples.rows(generate(settings, "earlier").transactions()).stream()
            .map(row -> row.get("sold_at"))
            .toList();

    assertThat(moments).allMatch(moment -> moment.compareTo("2010-03-01 00:00:00") >= 0);
    assertThat(moments).allMatch(moment -> moment.compareTo("2012-03-01 00:00:00") < 0);
    assertThat(moments.get(moments.size() - 1)).startsWith("2012-02-29 ");
  }

  @Test
  void tellsItsProgressUpToTheLastLine() {
    List<Long> told = new ArrayList<>();

    SyntheticRetailer.generate(Samples.settings(20, 10, 1_500, 9, Format.CSV), folder, told::add);

    assertThat(told).isSorted().hasSizeGreaterThan(100).endsWith(1_500L);
  }

  @Test
  void overwritesOnlyItsOwnFiles() throws IOException {
    Files.writeString(folder.resolve("transactions.csv"), "older");
    Files.writeString(folder.resolve("transactions.parquet"), "of another run");
    Files.writeString(folder.resolve("notes.txt"), "mine");

    SyntheticRetailer.generate(Samples.settings(5, 5, 50, 1, Format.CSV), folder, lines -> {});

    assertThat(Files.readAllLines(folder.resolve("transactions.csv"))).hasSize(51);
    assertThat(folder.resolve("transactions.parquet")).hasContent("of another run");
    assertThat(folder.resolve("notes.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @EnumSource
  void leavesNothingButItsThreeFiles(Format format) throws IOException {
    SyntheticRetailer.generate(Samples.settings(5, 5, 50, 1, format), folder, lines -> {});

    assertThat(names(folder))
        .containsExactlyInAnyOrder(
            format.fileName("customers"),
            format.fileName("products"),
            format.fileName("transactions"));
  }

  @ParameterizedTest
  @EnumSource
  void leavesTheFolderAsItWasWhenItFails(Format format) throws IOException {
    String name = format.fileName("transactions");
    Files.writeString(folder.resolve(name), "older");

    assertThatThrownBy(
            () ->
                SyntheticRetailer.generate(
                    Samples.settings(5, 5, 500, 1, format),
                    folder,
                    lines -> {
                      throw new IllegalStateException("stopped");
                    }))
        .hasMessage("stopped");

    assertThat(names(folder)).containsExactly(name);
    assertThat(folder.resolve(name)).hasContent("older");
  }

  @Test
  void refusesAnOutputThatIsNotADirectory() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "mine");

    assertThatThrownBy(() -> generate(RetailerSettings.defaults(), "file"))
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot write to " + file + ": it is not a directory; name a directory");
    assertThatThrownBy(() -> generate(RetailerSettings.defaults(), "file/below"))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot create the directory " + file.resolve("below"));
    assertThat(file).hasContent("mine");
  }

  @Test
  void refusesToReplaceADirectory() throws IOException {
    Path place = Files.createDirectory(folder.resolve("transactions.csv"));

    assertThatThrownBy(
            () ->
                SyntheticRetailer.generate(
                    Samples.settings(1, 1, 1, 1, Format.CSV), folder, lines -> {}))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot write " + place + ": it is a directory");
    assertThat(names(folder)).containsExactly("transactions.csv");
  }

  private GeneratedFiles generate(RetailerSettings settings, String name) {
    return SyntheticRetailer.generate(settings, folder.resolve(name), lines -> {});
  }

  private static String header(Path csv) throws IOException {
    return Files.readAllLines(csv, StandardCharsets.UTF_8).get(0);
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
    return HexFormat.of().formatHex(digest);
  }
}
