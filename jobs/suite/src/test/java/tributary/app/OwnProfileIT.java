package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.lake.Lake;
import tributary.lake.TableName;

/** A user's own profile, and what a run tells when it is wrong. */
class OwnProfileIT {
  private static final String PROFILE =
      """
      CREATE TEMPORARY TABLE till (Sold STRING, Item STRING, Units STRING, Price STRING, Booking STRING)
      WITH ('connector' = 'retail-files', 'delimiter' = ';');

      SELECT line, 'R-' || Sold AS transaction_id, Item AS product_id, Units AS quantity,
        Price AS unit_price, %s AS sold_at,
        CASE WHEN Booking = 'Refund' THEN 'cancellation' END AS declared_kind
      FROM till;
      """;

  @TempDir Path directory;

  @BeforeEach
  void deliver() throws IOException {
    Files.writeString(
        directory.resolve("till.csv"),
        "Sold;Item;Units;Price;Booking\n"
            + "2024-05-01;TEA;1;2.50;Sale\n"
            + "2024-05-01;TEA;1;2.50;Refund\n"
            + "2024-05-01;TEA;1;2.50;Refund\n"
            + "2024-05-01;BUN;2;1.20;Sale\n");
  }

  @Test
  void takesTimesOfFlinksOwnFunctionsAndTellsARefundFromItsSale() throws IOException {
    Files.writeString(directory.resolve("till-empty.csv"), "");
    CommandLineRun ingest = tributary("ingest", "TO_DATE(Sold)");
    assertThat(ingest.code()).isEqualTo(CommandLineApp.LEFT_OUT);
    assertThat(ingest.err()).contains("LEFT OUT till-empty.csv: it is empty");
    assertThat(ingest.out()).contains("files left out\n  till-empty.csv  it is empty");
    CommandLineRun strict = tributary("ingest", "TO_DATE(Sold)", "--strict");
    assertThat(strict.code()).isEqualTo(CommandLineApp.MISTAKE);
    assertThat(strict.err()).contains("Cannot read till-empty.csv: it is empty");
    assertThat(CommandLineRun.of(directory, "curate", "--lake", lake()).code()).isZero();

    assertThat(rows("curated.sales"))
        .extracting(row -> row.get("kind") + " " + row.get("product_id") + " " + row.get("sold_at"))
        .containsExactlyInAnyOrder(
            "sale TEA 2024-05-01T00:00",
            "cancellation TEA 2024-05-01T00:00",
            "sale BUN 2024-05-01T00:00");
    assertThat(rows("curated.duplicates")).hasSize(1);
  }

  @Test
  void publishesTheRejectsOfARunWithoutSalesAndNamesTheirReasons() throws IOException {
    CommandLineRun run = tributary("run", "TIMESTAMP_TEXT(Sold, 'dd.MM.yyyy')");

    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .contains("Cannot segment customers: no line became a sale")
        .contains(
            "(rejected, sold_at is not a real time: 3 lines; curated.rejects has each value)");
    assertThat(rows("curated.rejects"))
        .hasSize(3)
        .allMatch(row -> "'2024-05-01' (tried dd.MM.yyyy)".equals(row.get("detail")));
    assertThat(rows("curated.sales")).isEmpty();
  }

  private CommandLineRun tributary(String command, String soldAt, String... flags)
      throws IOException {
    Path profile = directory.resolve("till.sql");
    Files.writeString(profile, PROFILE.formatted(soldAt));
    List<String> arguments =
        new ArrayList<>(List.of(command, "--source", profile.toString(), "--lake", lake()));
    arguments.addAll(List.of("--input", directory.resolve("till*.csv").toString()));
    arguments.addAll(List.of(flags));
    return CommandLineRun.of(directory, arguments.toArray(String[]::new));
  }

  private String lake() {
    return directory.resolve("lake").toString();
  }

  private List<Map<String, Object>> rows(String table) {
    try (Lake lake = Lake.openForReading(LakeSettings.embedded(directory.resolve("lake")))) {
      return lake.rows(TableName.of(table), "main");
    }
  }
}
