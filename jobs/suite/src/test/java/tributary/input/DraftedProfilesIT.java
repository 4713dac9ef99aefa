package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.flink.table.api.TableEnvironment;
import org.apache.flink.types.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.input.draft.Choices;
import tributary.input.draft.Exports;
import tributary.input.draft.ProfileDrafter;

/** Drafts run as they are, and the shipped profiles of shops read what these shops export. */
class DraftedProfilesIT {
  private static final String SUMS =
      "SELECT COUNT(*), COUNT(DISTINCT transaction_id), SUM(CAST(amount AS DECIMAL(12, 2))),"
          + " COUNT(sold_at), COUNT(declared_kind) FROM input_lines";
  private static final String LINES =
      "SELECT transaction_id, product_id, quantity, amount, customer_id, sold_at, declared_kind"
          + " FROM input_lines ORDER BY source_line";

  @TempDir Path directory;

  @Test
  void draftsRunAsTheyAre() throws Exception {
    assertThat(drafted("tills.csv", Exports.tills()))
        .containsExactly(Row.of(96L, 48L, decimal("106474.80"), 96L, 7L));
    assertThat(drafted("invoices.csv", Exports.invoices()))
        .containsExactly(Row.of(40L, 20L, decimal("36850.10"), 40L, 0L));
    assertThat(drafted("orders.csv", Exports.orders()))
        .containsExactly(Row.of(20L, 10L, decimal("0.00"), 20L, 0L));
    // Orders name themselves in their first row; money is multiplied before it is rounded.
    String text =
        """
        Order Ref,Date,Line,SKU,Qty,Price,Discount %
        M/1,2026-03-01 10:00:00,1,A-1,100,0.12345,0
        ,,2,A-2,2,10.00,25
        M/2,2026-03-02 11:00:00,1,A-1,3,1.00,0
        ,,2,A-3,1,5.00,10
        """;
    assertThat(drafted("report.csv", text))
        .containsExactly(Row.of(4L, 2L, decimal("34.85"), 4L, 0L));
    // Totals below an order are none of its lines, and say nothing of its customer.
    String totals =
        """
        Order Ref,Date,Customer,SKU,Qty,Price,Discount
        M/1,2026-03-01 10:00:00,C1,A-1,1,10.00,2.00
        ,,,A-2,2,10.00,3.00
        ,,,Total M/1,3,30.00,
        M/2,2026-03-02 11:00:00,C2,A-1,3,10.00,4.00
        ,,,A-3,1,10.00,5.00
        ,,,Total,4,,
        """;
    assertThat(drafted("totals.csv", totals))
        .containsExactly(Row.of(6L, 2L, decimal("56.00"), 6L, 0L));
  }

  @Test
  void takesDiscountsOffReturnsAndShowsWhatIsNoNumber() throws Exception {
    String header = "Order,Date,SKU,Qty,Price,Discount,Item total\n";
    String first =
        header
            + IntStream.range(0, 30)
                .mapToObj(row -> "%d,2026-03-01 10:00:00,S1,2,10,2.00,20.00\n".formatted(row))
                .collect(Collectors.joining());
    String later =
        header
            + """
            41,2026-03-02 10:00:00,S1,-1,10,2.00,-10.00
            42,2026-03-02 10:00:00,S1,2,10,2.00,
            43,2026-03-02 10:00:00,S1,1,,2.00,
            44,2026-03-02 10:00:00,S1,1,n/a,2.00,
            45,2026-03-02 10:00:00,S1,1,10,0.00,n/a
            46,2026-03-02 10:00:00,S1,1,10,none,10.00
            """;
    drafted("first.csv", first);

    assertThat(lines(directory.resolve("first.sql").toString(), "later.csv", later))
        .extracting(row -> (row.getField(0) + " " + row.getField(3)).replaceFirst("[.]0+$", ""))
        .containsExactly("41 -8", "42 18", "43 null", "44 n/a", "45 n/a", "46 none");
  }

  @Test
  void readsOrdersOfShopify() throws Exception {
    String text =
        """
        Name,Email,Financial Status,Currency,Subtotal,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Lineitem discount,Billing Country,Shipping Country,Cancelled at,Refunded Amount
        #1001,Ada@example.org,paid,EUR,27.00,3.00,30.00,2025-02-01 09:30:00 +0100,2,Mug,10.00,M-1,0.00,DE,DE,,0.00
        #1001,ada@example.org,,,,,,2025-02-01 09:30:00 +0100,1,"Pot, blue",10.00,,0.00,,,,
        #1002,bob@example.org,refunded,EUR,10.00,0.00,10.00,2025-02-02 10:00:00 +0100,1,Mug,10.00,M-1,0.00,DE,,,10.00
        #1003,cy@example.org,partially_refunded,EUR,40.00,0.00,40.00,2025-02-03 10:00:00 +0100,4,Mug,10.00,M-1,0.00,DE,,,10.00
        """;

    assertThat(lines("shopify-orders", "orders.csv", text))
        .extracting(row -> row.getField(0) + " " + row.getField(1) + " " + row.getField(3))
        .containsExactly(
            "#1001 M-1 18.0000", "#1001 Pot, blue 9.0000", "#1002 M-1 0", "#1003 M-1 30.0000");
  }

  @Test
  void readsItemsOfSquareAndOfWooCommerce() throws Exception {
    String square =
        """
        Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Gross Sales,Net Sales,Transaction ID,Event Type,Location,Customer ID
        3/4/25,10:15:00,Pacific Time (US & Canada),Drinks,Latte,2.0,Large,,$9.00,"$9.00",T1,Payment,Main,C1
        3/4/25,10:15:00,Pacific Time (US & Canada),Drinks,Beans,1.0,Regular,B-1,"$1,250.00","$1,240.00",T1,Payment,Main,C1
        3/5/25,11:00:00,Pacific Time (US & Canada),Drinks,Latte,-1.0,Large,,($4.50),($4.50),T2,Refund,Main,
        """;
    String woo =
        """
        Order Number,Order Status,Order Date,Country Code (Billing),Email (Billing),SKU,Item Name,Quantity (- Refund),Item Cost
        7001,Completed,2025-03-04 10:15,DE,Ada@example.org,M-1,Mug,2,4.50
        7001,,,,,,Pot,1,20
        7002,Refunded,2025-03-05 10:15,DE,bob@example.org,M-1,Mug,1,4.50
        """;

    assertThat(lines("square", "items.csv", square))
        .containsExactly(
            Row.of("T1", "Latte - Large", "2", "9", "C1", "2025-03-04 10:15:00", null),
            Row.of("T1", "B-1", "1", "1240", "C1", "2025-03-04 10:15:00", null),
            Row.of(
                "T2", "Latte - Large", "-1", "-4.5", null, "2025-03-05 11:00:00", "cancellation"));
    assertThat(lines("woocommerce", "export.csv", woo))
        .containsExactly(
            Row.of("7001", "M-1", "2", null, "ada@example.org", "2025-03-04 10:15:00", null),
            Row.of("7001", "Pot", "1", null, "ada@example.org", "2025-03-04 10:15:00", null),
            Row.of("7002", "M-1", "1", "0", "bob@example.org", "2025-03-05 10:15:00", null));
  }

  @Test
  void readsItemsOfTheOtherExportOfWooCommerce() throws Exception {
    String text =
        """
        order_number,date,status,order_currency,billing_email,billing_country,item_name,item_sku,item_quantity,item_total,item_refunded
        7101,2025-03-04 10:15:00,completed,EUR,Ada@example.org,DE,Mug,M-1,2,9.00,
        7101,2025-03-04 10:15:00,completed,EUR,Ada@example.org,DE,Pot,,3,60.00,-20.00
        7102,2025-03-05 10:15,wc-refunded,EUR,bob@example.org,DE,Mug,M-1,1,4.50,4.50
        7103,2025-03-06 10:15:00,completed,EUR,bob@example.org,DE,Mug,M-1,1,4.50,n/a
        """;

    assertThat(lines("woocommerce-items", "items.csv", text))
        .containsExactly(
            Row.of("7101", "M-1", "2", "9", "ada@example.org", "2025-03-04 10:15:00", null),
            Row.of("7101", "Pot", "3", "40.0000", "ada@example.org", "2025-03-04 10:15:00", null),
            Row.of("7102", "M-1", "1", "0", "bob@example.org", "2025-03-05 10:15:00", null),
            Row.of("7103", "M-1", "1", "n/a", "bob@example.org", "2025-03-06 10:15:00", null));
  }

  private List<Row> drafted(String name, String text) throws Exception {
    Path file = written(name, text);
    Path draft = directory.resolve(name.replace(".csv", ".sql"));
    Files.writeString(
        draft,
        new ProfileDrafter(InputLines.LIBRARY, Choices.none())
            .draft(InputFiles.resolve(file.toString()))
            .text());
    TableEnvironment env = InputLines.of(draft.toString(), file.toString());
    return InputLines.query(env, SUMS);
  }

  private List<Row> lines(String profile, String name, String text) throws Exception {
    return InputLines.query(InputLines.of(profile, written(name, text).toString()), LINES);
  }

  private Path written(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.writeString(file, text, StandardCharsets.UTF_8);
    return file;
  }

  private static BigDecimal decimal(String text) {
    return new BigDecimal(text);
  }
}
