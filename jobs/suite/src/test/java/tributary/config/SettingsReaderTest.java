package tributary.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsReaderTest {
  @TempDir Path directory;

  private final Map<String, List<String>> arguments = new HashMap<>();
  private final Map<String, String> environment = new HashMap<>();

  @Test
  void takesTheFlagThenTheVariableThenTheFileThenTheDefault() throws IOException {
    assertThat(reader().value(ClusterSettings.K)).isEqualTo(new Range(4, 4));
    write("k = 5");
    assertThat(reader().value(ClusterSettings.K)).isEqualTo(new Range(5, 5));
    environment.put("TRIBUTARY_K", "6");
    assertThat(reader().value(ClusterSettings.K)).isEqualTo(new Range(6, 6));
    arguments.put("k", List.of("7"));
    assertThat(reader().value(ClusterSettings.K)).isEqualTo(new Range(7, 7));
  }

  @Test
  void takesAnEmptyVariableForNone() {
    environment.put("TRIBUTARY_K", " ");

    assertThat(reader().value(ClusterSettings.K)).isEqualTo(new Range(4, 4));
  }

  @Test
  void refusesToFitAModelThatIsKept() {
    arguments.put("recommender-model", List.of("als-1"));
    arguments.put("tune", List.of("true"));
    SettingsReader reader = reader();
    RecommendSettings.read(reader);

    assertThatThrownBy(reader::throwIfAny)
        .isInstanceOf(UserError.class)
        .hasMessageContaining("a kept model is not fitted again");
  }

  @Test
  void reportsAllProblemsAtOnceOneLineEach() throws IOException {
    write("kk = 5\nper-customer = many");
    arguments.put("k", List.of("four"));
    environment.put("TRIBUTARY_AS_OF", "2011-02-31");

    SettingsReader reader = reader();

    assertThatThrownBy(() -> RunSettings.read(reader))
        .isInstanceOf(UserError.class)
        .hasMessage(
            String.join(
                "\n",
                "Unknown key kk in "
                    + directory.resolve("tributary.properties")
                    + "; did you mean k?",
                "Invalid TRIBUTARY_AS_OF: '2011-02-31' is not a date; expected a day such as"
                    + " 2011-12-09",
                "Invalid --k: 'four' is not a number of segments; expected auto, 2 to 50, or a range"
                    + " of them such as 3..6",
                "Invalid per-customer in "
                    + directory.resolve("tributary.properties")
                    + ": 'many' is not a whole number; expected 1 to 1000",
                "Missing --source PROFILE: the source profile that describes the files, such as"
                    + " online-retail (or set TRIBUTARY_SOURCE)",
                "Missing --input FILE|DIR|GLOB: the file, directory or quoted pattern to read (or"
                    + " set TRIBUTARY_INPUT)"));
  }

  @Test
  void refusesValuesOutOfRange() {
    arguments.put("k", List.of("51"));

    SettingsReader reader = reader();
    SegmentStepSettings.read(reader);

    assertThatThrownBy(reader::throwIfAny)
        .hasMessage(
            "Invalid --k: '51' is out of range; expected auto, 2 to 50, or a range of them such as"
                + " 3..6");
  }

  @Test
  void readsEveryKindOfValue() {
    arguments.put("as-of", List.of("2011-12-10"));
    arguments.put("window", List.of("P12M"));
    arguments.put("features", List.of("orders,gross_spend"));
    arguments.put("asinh", List.of("none"));
    arguments.put("flink", List.of("localhost:8081"));
    arguments.put("sql-format", List.of("JSON"));

    SettingsReader reader = reader();
    SegmentStepSettings segment = SegmentStepSettings.read(reader);

    assertThat(segment.asOf()).contains(LocalDate.of(2011, 12, 10));
    assertThat(segment.segment().windows().length()).contains(Period.ofMonths(12));
    assertThat(segment.segment().features().features()).containsExactly("orders", "gross_spend");
    assertThat(segment.segment().features().asinh()).contains(List.of());
    assertThat(EngineSettings.read(reader).flink()).contains(new HostAndPort("localhost", 8081));
    assertThat(reader.value(SqlSettings.FORMAT)).isEqualTo(SqlSettings.Format.JSON);
    reader.throwIfAny();
  }

  @Test
  void suggestsTheNearestChoice() {
    arguments.put("sql-format", List.of("jsn"));

    SettingsReader reader = reader();
    reader.value(SqlSettings.FORMAT);

    assertThatThrownBy(reader::throwIfAny)
        .hasMessage(
            "Invalid --format: 'jsn' is not known; expected one of table, csv, json; did you mean"
                + " json?");
  }

  @Test
  void noticesMisspeltVariablesAndLeavesOthersAlone() {
    environment.put("TRIBUTARY_LAEK", "/data/lake");
    environment.put("TRIBUTARY_DATA", "/data");
    environment.put("TRIBUTARY_JAVA_OPTIONS", "-Xmx1g");

    assertThatThrownBy(reader()::throwIfAny)
        .hasMessage("Unknown environment variable TRIBUTARY_LAEK; did you mean TRIBUTARY_LAKE?");
  }

  @Test
  void noticesKeysThatStandTwiceInTheFile() throws IOException {
    write("k = 4\nk = 5");

    assertThatThrownBy(reader()::throwIfAny)
        .hasMessageContaining("Key k stands twice in ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void saysWhichConfigurationFileIsMissing() {
    arguments.put("config", List.of("missing.properties"));

    assertThatThrownBy(this::reader)
        .isInstanceOf(UserError.class)
        .hasMessage("Cannot read the configuration file missing.properties: there is no such file");
  }

  @Test
  void readsTheConfigurationFileThatIsNamed() throws IOException {
    Path file = Files.writeString(directory.resolve("other.properties"), "k = 9");
    environment.put("TRIBUTARY_CONFIG", file.toString());

    assertThat(reader().value(ClusterSettings.K)).isEqualTo(new Range(9, 9));
  }

  @Test
  void takesSecretsFromFileAndEnvironmentAndNeverShowsThem() throws IOException {
    write(
        "catalog = https://catalog.example.com\n"
            + "catalog-property.s3.secret-access-key = hidden-key\n"
            + "catalog-property.warehouse = sales");
    environment.put("TRIBUTARY_CATALOG_TOKEN", "hidden-token");
    arguments.put("catalog-property", List.of("scope=a,b"));

    SettingsReader reader = reader();
    PlaceSettings place = PlaceSettings.read(reader);
    reader.throwIfAny();

    assertThat(place.lake().catalogProperties())
        .containsOnly(
            Map.entry("s3.secret-access-key", "hidden-key"),
            Map.entry("warehouse", "sales"),
            Map.entry("scope", "a,b"),
            Map.entry("token", "hidden-token"));
    assertThat(place.toString()).contains("warehouse").doesNotContain("hidden");
  }

  @Test
  void readsTheTokenFromAFile() throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "hidden-token\n");
    arguments.put("catalog-token-file", List.of(token.toString()));
    arguments.put("catalog", List.of("https://catalog.example.com"));

    assertThat(LakeSettings.read(reader()).catalogProperties())
        .containsOnly(Map.entry("token", "hidden-token"));
  }

  @Test
  void refusesSecretsByFlagWithoutRepeatingThem() {
    arguments.put("catalog", List.of("https://catalog.example.com"));
    arguments.put("catalog-property", List.of("s3.secret-access-key=hidden"));

    SettingsReader reader = reader();
    LakeSettings.read(reader);

    assertThatThrownBy(reader::throwIfAny)
        .hasMessageStartingWith(
            "Invalid --catalog-property s3.secret-access-key: a secret is not given by flag")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void refusesAnEmptyTokenFileAndATokenWithoutCatalog() throws IOException {
    Path token = Files.writeString(directory.resolve("token"), "\n");
    arguments.put("catalog-token-file", List.of(token.toString()));

    SettingsReader reader = reader();
    LakeSettings.read(reader);

    assertThatThrownBy(reader::throwIfAny)
        .hasMessage(
            "Cannot read the token file "
                + token
                + ": it is empty\nMissing --catalog URI: a token or properties for a catalog are"
                + " set, but no catalog");
  }

  @Test
  void namesEverySettingOnceAndGivesItAValidDefault() {
    SettingsReader reader = reader();
    assertThat(Settings.all()).extracting(Setting::name).doesNotHaveDuplicates();
    for (Setting<?> setting : new HashSet<>(Settings.all())) {
      if (setting.defaultText().isPresent()) {
        assertThat(Optional.ofNullable(reader.value(setting))).as(setting.name()).isPresent();
      }
    }
    reader.throwIfAny();
  }

  private SettingsReader reader() {
    return SettingsReader.of(arguments, environment, directory);
  }

  private void write(String lines) throws IOException {
    Files.writeString(directory.resolve("tributary.properties"), lines);
  }
}
