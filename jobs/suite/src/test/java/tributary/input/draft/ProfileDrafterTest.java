package tributary.input.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.UserError;
import tributary.input.InputFiles;
import tributary.script.SqlLibrary;

class ProfileDrafterTest {
  private static final SqlLibrary LIBRARY = SqlLibrary.bundled();

  @TempDir Path directory;

  @Test
  void makesIdsOfStoreAndDayWhereReceiptNumbersStartAgain() throws IOException {
    ProfileDraft draft = draft(Exports.tills(), StandardCharsets.UTF_8);

    assertThat(draft.text())
        .contains("'delimiter' = ';'")
        .contains("COALESCE(CLEAN_TEXT(`Filiale`), '-')\n    || ' ' || SUBSTRING(TIMESTAMP_TEXT(")
        .contains("|| ' ' || CLEAN_TEXT(`Bonnr`) AS transaction_id")
        .contains("'d.M.yy H:mm') AS sold_at")
        .contains("NUMBER_TEXT(`Betrag`, ',') AS amount")
        .contains("WHEN UPPER(CLEAN_TEXT(`Artikelnr`)) = 'PFAND' THEN 'fee'")
        .contains("WHEN UPPER(CLEAN_TEXT(`Storno`)) = 'J' THEN 'cancellation'");
    assertThat(finding(draft, "transaction_id").confidence()).isEqualTo(Confidence.MEDIUM);
    assertThat(finding(draft, "amount").evidence()).contains("in 100 % of lines");
  }

  @Test
  void readsListsInGermanWithTheMinusBehind() throws IOException {
    ProfileDraft draft = draft(Exports.invoices(), Charset.forName("windows-1252"));

    assertThat(draft.text())
        .contains("'encoding' = 'windows-1252'")
        .contains("`Fakturanummer` AS transaction_id")
        .contains("`Material` AS product_id")
        .contains("`Materialkurztext` AS product_name")
        .contains("`Auftraggeber` AS customer_id")
        .contains("NUMBER_TEXT(`Fakt. Menge`, ',') AS quantity")
        .contains("NUMBER_TEXT(`Nettowert`, ',') AS amount")
        .contains("`W\u00e4hrg` AS currency")
        .contains("TIMESTAMP_TEXT(`Fakturadatum`, 'd.M.yyyy') AS sold_at");
  }

  @Test
  void tellsFeesAndRefundsOfASettlementByTheirTypes() throws IOException {
    ProfileDraft draft = draft(Exports.settlement(), StandardCharsets.UTF_8);

    assertThat(draft.text())
        .contains("'delimiter' = 'tab'")
        .contains("`order-id` AS transaction_id")
        .contains("COALESCE(NUMBER_TEXT(`quantity-purchased`), '1') AS quantity")
        .contains("TIMESTAMP_TEXT(`posted-date-time`, 'yyyy-MM-dd H:mm:ss ''UTC''') AS sold_at")
        .contains("WHEN LOWER(CLEAN_TEXT(`amount-type`)) = 'itemfees' THEN 'fee'")
        .contains("WHEN LOWER(CLEAN_TEXT(`transaction-type`)) = 'refund' THEN 'cancellation'");
  }

  @Test
  void spreadsWhatStandsInTheFirstRowOfAnOrderAndLeavesItsTotalOut() throws IOException {
    ProfileDraft draft = draft(Exports.orders(), StandardCharsets.UTF_8);

    assertThat(draft.text())
        .contains("MAX(CLEAN_TEXT(`Placed at`)) OVER whole_order AS `order_placed_at`")
        .contains("TIMESTAMP_TEXT(`order_placed_at`, 'yyyy-MM-dd H:mm:ss Z') AS sold_at")
        .contains("WHEN LOWER(`order_order_status`) = 'refunded' THEN '0'")
        .contains("LOWER(CLEAN_TEXT(`Customer email`)) AS customer_id")
        .doesNotContain("`Total`");
  }

  @Test
  void findsColumnsWithoutNamesByWhatGoesTogether() throws IOException {
    ProfileDraft draft = draft(Exports.withoutHeader(), StandardCharsets.UTF_8);

    assertThat(draft.text())
        .contains("'header' = 'false'")
        .contains("`column_2` AS transaction_id")
        .contains("`column_3` AS product_id")
        .contains("NUMBER_TEXT(`column_5`) AS quantity")
        .contains("NUMBER_TEXT(`column_6`) AS unit_price")
        .contains("NUMBER_TEXT(`column_7`) AS amount")
        .contains("`column_8` AS customer_id");
  }

  @Test
  void asksWhereDatesAndNumbersCanBeReadInTwoWays() throws IOException {
    String text =
        "order,date,sku,qty,price\n1,03/04/2025,A,1,\"1,250\"\n2,05/06/2025,B,1,\"2,500\"\n";

    assertThatThrownBy(() -> draft(text, StandardCharsets.UTF_8))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("in date is 2025-0")
        .hasMessageContaining("say --dates day-first or --dates month-first")
        .hasMessageContaining("say --decimal point or --decimal comma");
    Choices choices = new Choices(Optional.of(false), Optional.of(','));
    assertThat(draft(text, StandardCharsets.UTF_8, choices).text())
        .contains("'M/d/yyyy'")
        .contains("NUMBER_TEXT(`price`, ',') AS unit_price");
  }

  @Test
  void takesAPriceThatGrowsWithTheQuantityForTheAmount() throws IOException {
    StringBuilder text = new StringBuilder("order-id,purchase-date,sku,quantity,item-price\n");
    for (int i = 0; i < 20; i++) {
      int units = 1 + i % 3;
      text.append("X-%d,2025-05-%02d,A%d,%d,%d.50\n".formatted(i, 1 + i, i % 2, units, 7 * units));
    }
    String grown = text.toString().replace("14.50", "15.00").replace("21.50", "22.50");

    assertThat(draft(grown, StandardCharsets.UTF_8).text())
        .contains("NUMBER_TEXT(`item-price`) AS amount")
        .doesNotContain("AS unit_price");
  }

  @Test
  void copiesTheShippedProfileThatReadsTheFile() throws IOException {
    String header =
        "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";
    String shipped = header + "536365,85123A,LAMP,6,2010-12-01 08:26:00,2.55,17850,France\n";
    String other = header + "536365,85123A,LAMP,6,25.12.2010 08:26,2.55,17850,France\n";

    assertThat(draft(shipped, StandardCharsets.UTF_8).text()).contains("profile online-retail");
    assertThat(draft(other, StandardCharsets.UTF_8).text())
        .contains("'d.M.yyyy H:mm'")
        .doesNotContain("profile online-retail");
  }

  @Test
  void saysWhatIsMissingForSales() {
    assertThatThrownBy(() -> draft("name,city\nAda,London\nBob,Paris\n", StandardCharsets.UTF_8))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("Cannot draft a profile for export.csv")
        .hasMessageContaining("the time of sales, nor one with prices or amounts");
  }

  private ProfileDraft draft(String text, Charset charset) throws IOException {
    return draft(text, charset, Choices.none());
  }

  private ProfileDraft draft(String text, Charset charset, Choices choices) throws IOException {
    Path file = directory.resolve("export.csv");
    Files.writeString(file, text, charset);
    return new ProfileDrafter(LIBRARY, choices).draft(InputFiles.resolve(file.toString()));
  }

  private static Finding finding(ProfileDraft draft, String subject) {
    return draft.findings().stream()
        .filter(each -> each.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
