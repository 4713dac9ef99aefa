package tributary.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReportPageTest {
  private static final String DATA = "{\"price\":\"$1 {{style}}\"}";

  @Test
  void asksNobodyForAnything() {
    String page = ReportPage.html(DATA);

    assertThat(page)
        .contains("default-src 'none'")
        .doesNotContainPattern("(src|href)=\"(https?:)?//");
    assertThat(withoutCharts(page))
        .doesNotContain("http:", "https:", "@import")
        .doesNotContainPattern("url\\((?!data:)");
  }

  @Test
  void takesDataAsTheyAre() {
    String page = ReportPage.html(DATA);

    assertThat(page).contains(DATA);
    assertThat(page.replace(DATA, "")).doesNotContain("{{");
  }

  @Test
  void holdsEveryScript() throws IOException, URISyntaxException {
    String page = ReportPage.html("{}");
    Path directory = Path.of(ReportPage.class.getResource("/report/script").toURI());
    try (Stream<Path> files = Files.list(directory)) {
      List<Path> scripts = files.toList();
      assertThat(scripts).isNotEmpty();
      for (Path script : scripts) {
        assertThat(page).contains(Files.readString(script));
      }
    }
  }

  /** The chart library names addresses in its license and as names of XML. */
  private static String withoutCharts(String page) {
    int start = page.indexOf("<script>");
    int end = page.indexOf("</script>", start);
    return page.substring(0, start) + page.substring(end);
  }
}
