package tributary.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tributary.config.LakeSettings;
import tributary.input.RealFiles;
import tributary.lake.Lake;
import tributary.lake.TableName;

/** The public files of customers, in the shapes in which they are about. */
class RealCustomersIT {
  private static final String CUSTOMERS = "curated.customers";
  private static final String ATTRIBUTES = "curated.customer_attribute";
  private static final String REJECTS = "curated.customer_reject";

  @TempDir private Path directory;

  @Test
  void marketingCampaignComesInWithEveryCustomerAndItsImpossibleValuesRejected()
      throws IOException {
    String text = real("marketing_campaign.csv");
    run("tabs", "marketing-campaign", "marketing_campaign.csv", text);
    List<String[]> lines = text.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    List<Map<String, Object>> customers = rows("tabs", CUSTOMERS);

    assertThat(lines).hasSize(2240);
    assertThat(customers)
        .hasSize(2240)
        .allMatch(row -> row.get("has_demographics").equals(true))
        .allMatch(row -> row.get("orders").equals(0L));
    assertThat(texts(customers, "customer_id"))
        .containsExactlyInAnyOrderElementsOf(lines.stream().map(line -> line[0]).toList());
    assertThat(lines).filteredOn(line -> line[4].isEmpty()).hasSize(24);
    assertThat(customers).filteredOn(row -> row.get("income") == null).hasSize(25);
    assertThat(customers).filteredOn(row -> row.get("has_partner") == null).hasSize(4);
    assertThat(customers).allMatch(row -> row.get("enrolled_on") != null);
    assertThat(texts(customers, "education"))
        .containsOnly("basic", "bachelor", "master", "doctorate")
        .satisfies(levels -> assertThat(Collections.frequency(levels, "bachelor")).isEqualTo(1127))
        .satisfies(levels -> assertThat(Collections.frequency(levels, "master")).isEqualTo(573));
    assertThat(texts(rows("tabs", REJECTS), "source_line", "column_name", "detail"))
        .containsExactlyInAnyOrder(
            "194 birth_year 1900",
            "241 birth_year 1893",
            "341 birth_year 1899",
            "2095 has_partner Absurd",
            "2136 has_partner Absurd",
            "2179 has_partner YOLO",
            "2204 has_partner YOLO",
            "2235 income 666666");
    assertThat(rows("tabs", ATTRIBUTES)).hasSize(19 * 2240);
    assertThat(sum(rows("tabs", ATTRIBUTES), "spend_wines"))
        .isEqualTo(lines.stream().mapToLong(line -> Long.parseLong(line[9])).sum());

    curate("semicolons", "marketing-campaign", "marketing_campaign.csv", otherShape(text));
    for (String table : List.of(CUSTOMERS, ATTRIBUTES)) {
      assertThat(texts(rows("semicolons", table)))
          .as(table)
          .containsExactlyInAnyOrderElementsOf(texts(rows("tabs", table)));
    }
  }

  @Test
  void mallCustomersComeInWithTheirScores() throws IOException {
    String text = real("mall_customers.csv");
    run("commas", "mall-customers", "mall_customers.csv", text);
    List<Map<String, Object>> customers = rows("commas", CUSTOMERS);
    assertThat(customers).hasSize(200);
    assertThat(customers).filteredOn(row -> "female".equals(row.get("gender"))).hasSize(112);
    assertThat(texts(customers, "customer_id", "age_reported", "income"))
        .contains("1 19 15000.0000", "200 30 137000.0000");
    assertThat(texts(rows("commas", ATTRIBUTES), "attribute")).hasSize(200);
    assertThat(rows("commas", REJECTS)).isEmpty();

    String semicolons = "\ufeff" + text.replace(',', ';');
    curate("semicolons", "mall-customers", "mall_customers.csv", semicolons);
    assertThat(texts(rows("semicolons", CUSTOMERS)))
        .containsExactlyInAnyOrderElementsOf(texts(customers));
  }

  /** With semicolons, a byte order mark, quotes, ISO dates and a header in capitals. */
  private static String otherShape(String text) {
    UnaryOperator<String> quoted =
        line ->
            Arrays.stream(line.split("\t", -1))
                .map(field -> field.replaceAll("^(\\d\\d)-(\\d\\d)-(\\d{4})$", "$3-$2-$1"))
                .collect(Collectors.joining("\";\"", "\"", "\"\r\n"));
    List<String> lines = text.lines().toList();
    return "\ufeff"
        + quoted.apply(lines.get(0).toUpperCase(Locale.ROOT))
        + lines.stream().skip(1).map(quoted).collect(Collectors.joining());
  }

  private static String real(String name) throws IOException {
    Optional<Path> file = RealFiles.find(name);
    assumeTrue(file.isPresent(), name + " is not beside the project");
    return Files.readString(file.orElseThrow());
  }

  private void run(String lake, String source, String name, String text) throws IOException {
    Path file = write(lake, name, text);
    String out = command(lake, "run", "--source", source, "--input", file.toString());
    assertThat(out).contains("customers with demographics");
  }

  /** Takes in and curates alone: what a run makes of the same customers is the same. */
  private void curate(String lake, String source, String name, String text) throws IOException {
    Path file = write(lake, name, text);
    command(lake, "ingest", "--source", source, "--input", file.toString());
    assertThat(command(lake, "curate")).contains("customers with demographics");
  }

  private Path write(String lake, String name, String text) throws IOException {
    Path file = directory.resolve(lake).resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  private String command(String lake, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--lake", directory.resolve(lake).resolve("lake").toString()));
    CommandLineRun run = CommandLineRun.of(directory, all.toArray(String[]::new));
    assertThat(run.code()).as(run.err()).isZero();
    return run.out();
  }

  private List<Map<String, Object>> rows(String name, String table) {
    Path path = directory.resolve(name).resolve("lake");
    try (Lake lake = Lake.openForReading(LakeSettings.embedded(path))) {
      return lake.rows(TableName.of(table), "main");
    }
  }

  private static long sum(List<Map<String, Object>> attributes, String attribute) {
    return attributes.stream()
        .filter(row -> attribute.equals(row.get("attribute")))
        .map(row -> (BigDecimal) row.get("number_value"))
        .filter(Objects::nonNull)
        .mapToLong(BigDecimal::longValueExact)
        .sum();
  }

  private static List<String> texts(List<Map<String, Object>> rows, String... columns) {
    return rows.stream()
        .map(
            row ->
                columns.length == 0
                    ? new TreeMap<>(row).toString()
                    : Arrays.stream(columns)
                        .map(column -> String.valueOf(row.get(column)))
                        .collect(Collectors.joining(" ")))
        .toList();
  }
}
