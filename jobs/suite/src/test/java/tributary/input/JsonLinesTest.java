package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tributary.ForeignLocale;
import tributary.config.UserError;

@ExtendWith(ForeignLocale.class)
class JsonLinesTest {
  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9007199254740993 | 9007199254740993",
        "123456789012345678901234567890 | 123456789012345678901234567890",
        "1e3 | 1000",
        "1.50 | 1.5",
        "17850.0 | 17850",
        "0.1 | 0.1",
        "-2.5E-3 | -0.0025",
        "0.0 | 0",
        "true | true",
        "null |",
        "\"  \" |",
        "\" a\\u00e4\\ud83d\\ude00\" | ' aä😀'",
        "\"00123\" | 00123",
        "{\"id\": 12345678901234567.10, \"x\": [1]} | '{\"id\": 12345678901234567.10, \"x\": [1]}'",
        "[1, \"]\"] | '[1, \"]\"]'",
        "1e999999999 | 1e999999999",
      })
  void takesValuesAsTheyAre(String written, String text) throws IOException {
    assertThat(rows("{\"v\":" + written + "}\n").get(0).get(0)).isEqualTo(text);
  }

  @Test
  void readsKeysInAnyOrderOfWhichSomeAreMissing() throws IOException {
    String text = "\uFEFF{\"x\":1,\"v\":\"a\"}\n{\"y\":2}\r\n\n{\"v\":\"c\",\"x\":null}";
    assertThat(rows(text))
        .containsExactly(
            Arrays.asList("a", null, "{\"x\":1,\"v\":\"a\"}"),
            Arrays.asList(null, null, "{\"y\":2}"),
            Arrays.asList(null, "line 3 is blank", ""),
            Arrays.asList("c", null, "{\"v\":\"c\",\"x\":null}"));
    InspectedFile file = inspect("more.ndjson", text);
    assertThat(file.columns()).containsExactly("x", "v", "y");
    assertThat(file.lines()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"v\":1,\"v\":1} | has a key twice: 'v'",
        "{\"v\":{\"a\":1,\"a\":2}} | has a key twice: 'a'",
        "{\"v\":1 | is not valid JSON at character 7",
        "{\"v\":NaN} | is not valid JSON at character 9",
        "{\"v\":01} | is not valid JSON at character 7",
        "{\"v\":1}{\"v\":2} | holds more than one JSON object",
        "{\"v\":1}, | is not valid JSON at character 8",
        "[1] | is no JSON object",
        "7 | is no JSON object",
        "{\"v\":\"\\ud83d\"} | has half of a character in the value of 'v'",
      })
  void rejectsTheLinesThatAreNone(String line, String problem) throws IOException {
    List<List<String>> rows = rows("{\"v\":\"first\"}\n" + line + "\n{\"v\":\"last\"}\n");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(1)).startsWith(null, "line 2 " + problem);
    assertThat(rows.get(2)).startsWith("last", null);
  }

  @Test
  void refusesWhatIsNoJsonLinesOrCutOff() {
    assertRefused("[{\"v\":1},\n{\"v\":2}]\n", "it is one JSON array, not JSON Lines");
    assertRefused("{\n  \"v\": 1\n}\n", "none of its lines is a JSON object");
    assertRefused("{\"v\":1}\n{\"v\":2", "its last line (2) is not valid JSON");
    assertRefused("", "it is empty");
  }

  private void assertRefused(String text, String why) {
    assertThatThrownBy(() -> inspect("sales.jsonl", text))
        .isInstanceOf(UserError.class)
        .hasMessageStartingWith("Cannot read sales.jsonl: " + why);
  }

  private List<List<String>> rows(String text) throws IOException {
    return TableRows.of(table(), inspect("sales.jsonl", text));
  }

  private InspectedFile inspect(String name, String text) throws IOException {
    Path path = Files.write(directory.resolve(name), text.getBytes(StandardCharsets.UTF_8));
    return new FileInspector(table(), Content.TRANSACTIONS).inspect(new InputFile(path, name));
  }

  private static FileTable table() {
    return new FileTable("t", List.of("v"), FileTableOptions.parse(new HashMap<>(Map.of())), true);
  }
}
