package tributary.input.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.config.UserError;
import tributary.input.InputFiles;
import tributary.script.SqlLibrary;

class CustomersDraftTest {
  @TempDir Path directory;

  @Test
  void mapsWhatIsSaidOfCustomers() throws IOException {
    String text =
        drafted(
            "Kundennr;Geburtsdatum;Geschlecht;PLZ;Land;Kunde seit;Kinder;Einkommen;Besuche",
            row ->
                "K%d;%02d.03.%d;w;10115;DE;2021-05-%02d;%d;%d.500,00;%d"
                    .formatted(
                        row, 1 + row % 28, 1950 + row, 1 + row % 28, row % 3, 20 + row, row));

    assertThat(text)
        .contains("CREATE TEMPORARY TABLE customers_file")
        .contains("`Kundennr` AS customer_id")
        .contains("SUBSTRING(TIMESTAMP_TEXT(`Geburtsdatum`, 'd.M.yyyy'), 1, 4) AS birth_year")
        .contains("`Geschlecht` AS gender")
        .contains("`Land` AS country")
        .contains("NUMBER_TEXT(`Einkommen`, ',') AS income")
        .contains("TIMESTAMP_TEXT(`Kunde seit`, 'yyyy-MM-dd') AS enrolled_on")
        .contains("'besuche' VALUE NUMBER_TEXT(`Besuche`, ',')")
        .doesNotContain("PLZ");
  }

  @Test
  void takesTheApostropheOffNumbersAndThousandsForWhatTheyAre() throws IOException {
    String text =
        drafted(
            "Customer ID,Age,Annual Income (k$)",
            row -> "'65%d,%d,%d".formatted(100 + row, 20 + row, 30 + row));

    assertThat(text)
        .contains("REGEXP_REPLACE(CLEAN_TEXT(`Customer ID`), '^''', '') AS customer_id")
        .contains("NUMBER_TEXT(`Age`) AS age")
        .contains("NUMBER_TEXT(CLEAN_TEXT(`Annual Income (k$)`) || 'e3') AS income");
  }

  @ParameterizedTest
  @CsvSource({
    "Annual Income (k$),true",
    "Income (k),true",
    "Income [k\u20ac],true",
    "Income in thousands,true",
    "Income (000s),true",
    "Income (kr),false",
    "Income (UK),false",
    "Income (per week),false",
    "Income ($),false"
  })
  void takesNoOtherWordWithAKForThousands(String name, boolean isInThousands) throws IOException {
    String text =
        drafted("Customer ID,Age," + name, row -> "%d,%d,%d".formatted(row, 20 + row, 30000 + row));

    assertThat(text).contains("AS income");
    assertThat(text.contains("|| 'e3'")).isEqualTo(isInThousands);
  }

  @Test
  void asksWhetherTheDayOrTheMonthIsFirst() {
    assertThatThrownBy(
            () ->
                drafted(
                    "member_id,gender,signup_date",
                    row -> "%d,F,%02d/%02d/2021".formatted(row, 1 + row % 9, 2 + row % 7)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("say --dates day-first or --dates month-first");
  }

  @Test
  void takesSalesThatSayMoreOfCustomersForSales() throws IOException {
    String text =
        drafted(
            "invoice,customer_id,gender,age,sku,quantity,price,date",
            row ->
                "%d,C%d,F,%d,S%d,1,5.00,2026-03-%02d"
                    .formatted(row, row, 20 + row, row % 3, 1 + row % 28));

    assertThat(text).contains("AS transaction_id").contains("`customer_id` AS customer_id");
  }

  @Test
  void tellsOrdersOfCustomersFromWhatCustomersSpentInAll() throws IOException {
    String orders =
        drafted(
            "ID,Purchase Date,Customer Email,Customer Group,Country,Subtotal",
            row ->
                "%d,2026-03-%02d 10:00:00,c%d@example.org,General,DE,%d.50"
                    .formatted(row, 1 + row % 28, row % 9, 5 + row));
    String spent =
        drafted(
            "Name,Email,Date registered,Orders,Total spend,Country",
            row ->
                "A B,c%d@example.org,2026-03-%02d 10:00:00,%d,%d.50,DE"
                    .formatted(row, 1 + row % 28, row % 4, 5 + row));

    assertThat(orders).contains("`ID` AS transaction_id");
    assertThat(spent).contains("LOWER(CLEAN_TEXT(`Email`)) AS customer_id");
  }

  private String drafted(String header, IntFunction<String> row) throws IOException {
    String rows = IntStream.range(0, 30).mapToObj(row).collect(Collectors.joining("\n"));
    Path file = directory.resolve("customers.csv");
    Files.writeString(file, header + "\n" + rows + "\n", StandardCharsets.UTF_8);
    return new ProfileDrafter(SqlLibrary.bundled(), Choices.none())
        .draft(InputFiles.resolve(file.toString()))
        .text();
  }
}
