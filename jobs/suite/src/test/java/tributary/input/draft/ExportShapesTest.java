package tributary.input.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tributary.ForeignLocale;
import tributary.input.InputFiles;
import tributary.script.SqlLibrary;

/** Shapes in which marketplaces, tills and public datasets write sales; all values made up. */
class ExportShapesTest {
  private static final int ROWS = 30;
  private static final String SUBTOTAL = "\nZwischensumme 13-03-2026;;;;5,50";

  @TempDir Path directory;

  @Test
  void takesGoodsAloneWhereTheTotalIsAfterFees() throws IOException {
    ProfileDraft draft =
        drafted(
            "date/time,type,order id,sku,quantity,product sales,selling fees,total",
            row ->
                "2026-03-%02d 10:00:00,Order,A-%d,S-%d,1,%d.50,-2.00,%d.50"
                    .formatted(1 + row % 28, row, row % 3, 10 + row, 8 + row));

    assertThat(draft.text()).contains("NUMBER_TEXT(`product sales`) AS amount");
    assertThat(finding(draft, "amount").evidence())
        .contains("total is left out, being what is left after fees");
  }

  @Test
  void leavesOutAnAmountThatHoldsTaxOrShipping() throws IOException {
    ProfileDraft draft =
        drafted(
            "Invoice,Date,Item,Unit price,Quantity,Tax 5%,Total",
            row ->
                "I-%d,2026-03-%02d,P%d,10.00,%d,%d.50,%d.50"
                    .formatted(
                        row, 1 + row % 28, row % 4, 1 + row % 3, row, 10 * (1 + row % 3) + row));

    assertThat(draft.text()).contains("AS unit_price").doesNotContain("AS amount");
    assertThat(finding(draft, "not used").evidence()).contains("quantity x price and Tax 5%");
  }

  @Test
  void readsDiscountsThatAreSharesOrPercents() throws IOException {
    String shares =
        drafted(
                "Order,Date,SKU,Price,Qty,Discount",
                row -> discounted(row, "0.%d".formatted(row % 3)))
            .text();
    String percents =
        drafted("Order,Date,SKU,Price,Qty,Discount %", row -> discounted(row, "" + 10 * (row % 3)))
            .text();
    String money =
        drafted("Order,Date,SKU,Price,Qty,Discount", row -> discounted(row, row % 3 + ".00"))
            .text();

    assertThat(shares).contains("* (1 - ABS(TRY_CAST(NUMBER_TEXT(`Discount`)");
    assertThat(percents).contains("NUMBER_TEXT(`Discount %`) AS DECIMAL(18, 6))) / 100)");
    assertThat(money).contains("* ABS(TRY_CAST(NUMBER_TEXT(`Discount`)");
  }

  @Test
  void takesDiscountsOffAnAmountThatIsBeforeThem() throws IOException {
    ProfileDraft draft =
        drafted(
            "Order,Date,SKU,Price,Qty,Discount,Item total",
            row -> discounted(row, row % 3 + ".00") + ",%d.00".formatted(20 * (1 + row % 2)));

    assertThat(draft.text())
        .contains("TRY_CAST(NUMBER_TEXT(`Item total`) AS DECIMAL(18, 6))")
        .contains("- SIGN(TRY_CAST(NUMBER_TEXT(`Item total`) AS DECIMAL(18, 6)))")
        .contains("* ABS(TRY_CAST(NUMBER_TEXT(`Discount`)")
        .containsPattern("WHEN TRY_CAST\\(NUMBER_TEXT\\(`Item total`\\) AS .* IS NULL")
        .contains("THEN NUMBER_TEXT(`Item total`)\n        ELSE `Discount`")
        .contains(
            "WHEN CLEAN_TEXT(`Item total`) IS NULL\n      AND CLEAN_TEXT(`Discount`) IS NOT NULL")
        .contains("THEN NUMBER_TEXT(`Price`)\n        ELSE `Discount`");
    assertThat(draft.findings())
        .anyMatch(finding -> finding.evidence().contains("the amount is before discounts"));
  }

  @Test
  void takesNoDiscountOffTwiceWhereAnotherColumnSaysWhatWasBefore() throws IOException {
    String perPiece =
        drafted(
                "Order,Date,SKU,List price,Discount,Sale price,Qty,Total",
                row ->
                    "%d,2026-03-%02d,S%d,20.00,2.00,18.00,%d,%d.00"
                        .formatted(row, 1 + row % 28, row % 3, 1 + row % 2, 18 * (1 + row % 2)))
            .text();
    String perLine =
        drafted(
                "Order,Date,SKU,Qty,Gross,Discount,Net price,Net",
                row ->
                    "%d,2026-03-%02d,S%d,2,20.00,2.00,9.00,18.00"
                        .formatted(row, 1 + row % 28, row % 3))
            .text();
    String withoutTotal =
        drafted(
                "Order,Date,SKU,List price,Discount %,Sale price,Qty",
                row ->
                    "%d,2026-03-%02d,S%d,20.00,10,18.00,%d"
                        .formatted(row, 1 + row % 28, row % 3, 1 + row % 2))
            .text();
    String listedAgain =
        drafted(
                "Order,Date,SKU,List price,Discount,Price,Qty,Total",
                row ->
                    "%d,2026-03-%02d,S%d,20.00,2.00,20.00,%d,%d.00"
                        .formatted(row, 1 + row % 28, row % 3, 1 + row % 2, 20 * (1 + row % 2)))
            .text();

    assertThat(perPiece)
        .contains("NUMBER_TEXT(`Sale price`) AS unit_price")
        .contains("NUMBER_TEXT(`Total`) AS amount");
    assertThat(perLine).contains("NUMBER_TEXT(`Net`) AS amount");
    assertThat(withoutTotal).contains("AS unit_price").doesNotContain("AS amount");
    assertThat(listedAgain).contains("* ABS(TRY_CAST(NUMBER_TEXT(`Discount`)");
  }

  @Test
  void takesSmallDiscountsForSharesOnlyWhereTheseExplainAmounts() throws IOException {
    String before =
        drafted(
                "Order,Date,SKU,Price,Qty,Discount,Item total",
                row -> discounted(row, "0.50") + ",%d.00".formatted(20 * (1 + row % 2)))
            .text();
    String shares =
        drafted(
                "Order,Date,SKU,Price,Qty,Discount,Item total,Paid",
                row ->
                    discounted(row, "0.50")
                        + ",%d.00,%d.00".formatted(20 * (1 + row % 2), 10 * (1 + row % 2)))
            .text();
    String named =
        drafted("Order,Date,SKU,Price,Qty,Rabattbetrag", row -> discounted(row, "0.50")).text();
    String signed =
        drafted("Order,Date,SKU,Price,Qty,Discount", row -> discounted(row, "$0.50")).text();

    assertThat(before).contains("* ABS(TRY_CAST(NUMBER_TEXT(`Discount`)");
    assertThat(shares).contains("* (1 - ABS(TRY_CAST(NUMBER_TEXT(`Discount`)");
    assertThat(named).contains("* ABS(TRY_CAST(NUMBER_TEXT(`Rabattbetrag`)");
    assertThat(signed).contains("* ABS(TRY_CAST(NUMBER_TEXT(`Discount`)");
  }

  @Test
  void takesSmallWholeNumbersCalledAnAmountForPieces() throws IOException {
    String text =
        drafted(
                "TRANSACTION_DT,CUSTOMER_ID,PRODUCT_ID,AMOUNT,SALES_PRICE",
                row ->
                    "2026-03-%02d,C%d,47%d,%d,%d"
                        .formatted(1 + row % 28, row % 7, row % 3, 1 + row % 4, 39 * (1 + row % 4)))
            .text();

    assertThat(text)
        .contains("NUMBER_TEXT(`AMOUNT`) AS quantity")
        .contains("NUMBER_TEXT(`SALES_PRICE`) AS amount")
        .contains("`CUSTOMER_ID` AS customer_id");
  }

  @Test
  void countsNothingForWhatIsOnlyLookedAt() throws IOException {
    String text =
        drafted(
                "event_time,event_type,product_id,price,user_id",
                row ->
                    "2026-03-%02d 10:00:00 UTC,%s,5%d,9.50,U%d"
                        .formatted(
                            1 + row % 28, row % 5 == 0 ? "purchase" : "view", row % 4, row % 6))
            .text();

    assertThat(text).contains("WHEN LOWER(CLEAN_TEXT(`event_type`)) = 'view' THEN '0'");
  }

  @Test
  void countsLinesOfTotalsAndPaymentsOnce() throws IOException {
    String text =
        drafted(
                "Date,Receipt Number,Line Type,Quantity,Total,Sku",
                row ->
                    """
                    2026-03-%1$02d 10:00:00,%2$d,Sale,2,%3$d.00,
                    2026-03-%1$02d 10:00:00,%2$d,Sale Line,1,3.00,A-1
                    2026-03-%1$02d 10:00:00,%2$d,Sale Line,1,%2$d.00,A-2
                    2026-03-%1$02d 10:00:00,%2$d,Payment,,%3$d.00,"""
                        .formatted(1 + row % 28, 900 + row, 903 + row))
            .text();

    assertThat(text)
        .contains("WHEN LOWER(CLEAN_TEXT(`Line Type`)) IN ('payment', 'sale') THEN '0'");
  }

  @Test
  void tellsVoidedLinesFromThoseThatUndoOthers() throws IOException {
    String header = "Order,Date,SKU,Qty,Net price,Void?";
    String never =
        drafted(
                header,
                row ->
                    "%d,2026-03-%02d,A%d,1,5.00,%s"
                        .formatted(row, 1 + row % 28, row % 3, row % 6 == 0))
            .text();
    String undone =
        drafted(
                header,
                row ->
                    "%1$d,2026-03-%2$02d,A,1,5.00,false\n%1$d,2026-03-%2$02d,A,1,5.00,%3$s"
                        .formatted(row, 1 + row % 28, row % 6 == 0))
            .text();

    assertThat(never).contains("WHEN UPPER(CLEAN_TEXT(`Void?`)) = 'TRUE' THEN '0'");
    assertThat(undone).contains("WHEN UPPER(CLEAN_TEXT(`Void?`)) = 'TRUE' THEN 'cancellation'");
  }

  @Test
  void carriesTheNumberOfAnOrderToTheRowsBelow() throws IOException {
    String text =
        drafted(
                "Order Ref,Date,Customer,Order Lines/Product,Order Lines/Quantity,Order Lines/Subtotal",
                row ->
                    "M/%d,2026-03-%02d,C%d,Mug,1,5.00\n,,,Pot,1,%d.00"
                        .formatted(row, 1 + row % 28, row % 5, 9 + row))
            .text();

    assertThat(text)
        .contains("MAX(CASE WHEN CLEAN_TEXT(`Order Ref`) IS NOT NULL THEN row_line END)")
        .contains("`order_order_ref` AS transaction_id")
        .contains("`order_date`, 'yyyy-MM-dd') AS sold_at")
        .contains("NUMBER_TEXT(`Order Lines/Subtotal`) AS amount");
  }

  @Test
  void countsNothingForTotalsThatWouldPassForLinesOfTheOrderAbove() throws IOException {
    ProfileDraft below =
        drafted(
            "Order Ref,Date,Customer,Product,Quantity,Subtotal",
            row ->
                "M/%1$d,2026-03-%2$02d,C%3$d,Mug,1,5.00\n,,,Pot,1,9.00\n,,,Total%4$s,2,14.00"
                    .formatted(row, 1 + row % 28, row % 5, row % 2 == 0 ? "" : " M/" + row));
    ProfileDraft repeated =
        drafted(
            "Order,Date,Country,Customer,SKU,Product,Quantity,Price",
            row ->
                "%1$d,2026-03-%2$02d,DE,C%1$d,A1,Mug,1,5.00\n%1$d,,,,A2,Pot,1,9.00\n%1$d,,,,,Total,2,"
                    .formatted(100 + row, 1 + row % 28));

    assertThat(below.text())
        .contains(
            "WHEN CLEAN_TEXT(`Order Ref`) IS NULL\n"
                + "      AND REGEXP(LOWER(CLEAN_TEXT(`Product`)), '^(total)( *[:=].*| .*[0-9].*)?$')"
                + " THEN '0'")
        .contains("MAX(CASE WHEN row_line = first_row THEN CLEAN_TEXT(`Customer`) END)");
    assertThat(finding(below, "totals").evidence()).contains("these 30 row(s) count 0");
    assertThat(repeated.text())
        .contains("WHEN CLEAN_TEXT(`Date`) IS NULL\n      AND REGEXP(LOWER(CLEAN_TEXT(`Product`))");
  }

  @Test
  void takesADashForNothingAndNamesLinesBesideOrdersByTheirType() throws IOException {
    String text =
        drafted(
                "Transaction date,Type,Order number,Item ID,Quantity,Item subtotal",
                row ->
                    row % 10 == 9
                        ? "2026-03-%02d,Other fee,--,--,--,-2.10".formatted(1 + row % 28)
                        : "2026-03-%02d,Order,18-%d,40%d,1,%d.00"
                            .formatted(1 + row % 28, row, row % 3, 5 + row))
            .text();

    assertThat(text)
        .contains("NULLIF(CLEAN_TEXT(`Order number`), '--')")
        .contains("CLEAN_TEXT(`Type`) || ' ' || SUBSTRING(")
        .contains("COALESCE(NUMBER_TEXT(NULLIF(CLEAN_TEXT(`Quantity`), '--')), '1') AS quantity")
        .contains("WHEN LOWER(CLEAN_TEXT(`Type`)) = 'other fee' THEN 'fee'");
  }

  @Test
  void knowsSubtotalsBetweenLinesAndDatesWithDashes() throws IOException {
    ProfileDraft draft =
        drafted(
            "Datum;Bon;Artikel;Menge;Betrag",
            row ->
                "%1$02d-03-2026;%2$d;A%3$d;1;5,50%4$s"
                    .formatted(13 + row % 15, row, row % 3, row % 3 == 0 ? SUBTOTAL : ""));

    assertThat(draft.text()).contains("TIMESTAMP_TEXT(`Datum`, 'd-M-yyyy') AS sold_at");
    assertThat(finding(draft, "totals").answer()).startsWith(ROWS / 3 + " line(s)");
  }

  @Test
  void readsTechnicalNamesOfSap() throws IOException {
    String text =
        drafted(
                "VBELN;POSNR;FKDAT;KUNAG;MATNR;ARKTX;FKIMG;NETWR;WAERK",
                row ->
                    "00900%d;000010;202603%02d;10%d;20%d;Mug;%d,000%s;%d,50%s;EUR"
                        .formatted(
                            100 + row,
                            1 + row % 28,
                            row % 5,
                            row % 3,
                            1 + row % 3,
                            row % 9 == 8 ? "-" : "",
                            5 + row,
                            row % 9 == 8 ? "-" : ""))
            .text();

    assertThat(text)
        .contains("`VBELN` AS transaction_id")
        .contains("`MATNR` AS product_id")
        .contains("`KUNAG` AS customer_id")
        .contains("NUMBER_TEXT(`FKIMG`, ',') AS quantity")
        .contains("NUMBER_TEXT(`NETWR`, ',') AS amount")
        .contains("TIMESTAMP_TEXT(`FKDAT`, 'yyyyMMdd') AS sold_at");
  }

  @Test
  @ExtendWith(ForeignLocale.class)
  void draftsTheSameWhereDigitsAreOthers() throws IOException {
    String text =
        drafted(
                "timestamp,order_id,user_id,product_id,sale_price",
                row -> (1767225600L + row) + "," + row + ",U" + row % 7 + ",P" + row % 5 + ",5.50")
            .text();

    assertThat(text)
        .contains("TIMESTAMP_TEXT(`timestamp`, 'epoch-seconds') AS sold_at")
        .contains("10 digits under a");
  }

  @Test
  void readsWhatIsNoSaleFromSapsKindsOfBillingDocuments() throws IOException {
    List<String> kinds = List.of("F2", "F2", "S1", "G2", "S2", "F8");
    ProfileDraft draft = billing("FKART", row -> kinds.get(row % 6));

    assertThat(draft.text())
        .contains("WHEN LOWER(CLEAN_TEXT(`FKART`)) IN ('s1', 'sv') THEN 'cancellation'")
        .contains("WHEN LOWER(CLEAN_TEXT(`FKART`)) IN ('g2', 'ig', 're') THEN 'cancellation'")
        .contains("WHEN LOWER(CLEAN_TEXT(`FKART`)) IN ('f5', 'f8') THEN '0'")
        .doesNotContain("`FKSTO`");
    assertThat(finding(draft, "no cancellation").answer()).startsWith("FKSTO");
  }

  @Test
  void takesNothingOffForDocumentsThatAreMarkedAsCancelled() throws IOException {
    ProfileDraft draft = billing("VBTYP", row -> row % 6 == 0 ? "O" : "M");

    assertThat(draft.text())
        .contains("WHEN LOWER(CLEAN_TEXT(`VBTYP`)) IN ('6', 'h', 'k', 'o') THEN 'cancellation'")
        .contains("LOWER(CLEAN_TEXT(`VBTYP`)) IN ('n', 's', 'u')")
        .contains("UPPER(CLEAN_TEXT(`FKSTO`)) = 'X'");
  }

  @Test
  void takesEqualLinesOfOnePieceEachForSales() throws IOException {
    String text =
        drafted(
                "Order ID,Order Date,Item ID,Item Total",
                row ->
                    "O-%1$d,2026-03-%2$02d,I-1,5.00\nO-%1$d,2026-03-%2$02d,I-1,5.00"
                        .formatted(row, 1 + row % 28))
            .text();

    assertThat(text).contains("'equal-lines' = 'real'");
  }

  @Test
  void takesTheNumberOfOrdersRatherThanThatOfLines() throws IOException {
    String text =
        drafted(
                "id,order_id,user_id,product_id,created_at,sale_price",
                row ->
                    "%d,%d,U%d,P%d,2026-03-%02d 10:00:00,5.50"
                        .formatted(row, row / 2, row / 2 % 7, row % 5, 1 + row / 2))
            .text();

    assertThat(text).contains("`order_id` AS transaction_id").contains("NUMBER_TEXT(`sale_price`)");
  }

  @Test
  void takesNumbersOfArticlesAndChannelsForNeitherOrdersNorMoney() throws IOException {
    String text =
        drafted(
                "t_dat,customer_id,article_id,price,sales_channel_id",
                row ->
                    "2026-03-%02d,c%d,66%d,0.0%d,2"
                        .formatted(1 + row % 28, row % 9, row % 4, 1 + row % 4))
            .text();

    assertThat(text)
        .contains("`article_id` AS product_id")
        .contains("NUMBER_TEXT(`price`) AS unit_price")
        .doesNotContain("sales_channel_id");
  }

  private static String discounted(int row, String discount) {
    return "%d,2026-03-%02d,S%d,20.00,%d,%s"
        .formatted(row, 1 + row % 28, row % 3, 1 + row % 2, discount);
  }

  /** Billing documents of SAP, of which every sixth is marked as cancelled. */
  private ProfileDraft billing(String kindColumn, IntFunction<String> kind) throws IOException {
    return drafted(
        "VBELN;%s;FKSTO;FKDAT;MATNR;ARKTX;FKIMG;NETWR;WAERK".formatted(kindColumn),
        row ->
            "00900%d;%s;%s;202603%02d;20%d;Mug;%d,000;%d,50;EUR"
                .formatted(
                    100 + row,
                    kind.apply(row),
                    row % 6 == 1 ? "X" : "",
                    1 + row % 28,
                    row % 3,
                    1 + row % 3,
                    5 + row));
  }

  private ProfileDraft drafted(String header, IntFunction<String> row) throws IOException {
    String rows = IntStream.range(0, ROWS).mapToObj(row).collect(Collectors.joining("\n"));
    Path file = directory.resolve("sales.csv");
    Files.writeString(file, header + "\n" + rows + "\n", StandardCharsets.UTF_8);
    return new ProfileDrafter(SqlLibrary.bundled(), Choices.none())
        .draft(InputFiles.resolve(file.toString()));
  }

  private static Finding finding(ProfileDraft draft, String subject) {
    return draft.findings().stream()
        .filter(finding -> finding.subject().equals(subject))
        .findFirst()
        .orElseThrow();
  }
}
