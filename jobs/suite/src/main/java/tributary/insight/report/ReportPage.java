package tributary.insight.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One HTML file, put together from the page's parts and its data. */
final class ReportPage {
  private static final String ROOT = "/report/";

  /** In the order in which they need each other. */
  private static final List<String> SCRIPTS =
      List.of(
          "page",
          "format",
          "palette",
          "table",
          "tip",
          "axis",
          "chart",
          "heatmap",
          "category",
          "headline",
          "trade",
          "sales",
          "segments",
          "migration",
          "choice",
          "customers",
          "recommender",
          "customer",
          "quality",
          "making",
          "main");

  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)}}");

  private ReportPage() {}

  /**
   * Puts the page together.
   *
   * @param data the report's data as JSON without {@code <}
   */
  static String html(String data) {
    Map<String, String> parts =
        Map.of(
            "style", resource("style.css"),
            "charts", resource("library/echarts.min.js"),
            "script",
                SCRIPTS.stream()
                    .map(name -> resource("script/" + name + ".js"))
                    .collect(Collectors.joining("\n")),
            "data", data);
    return PLACE
        .matcher(resource("page.html"))
        .replaceAll(place -> Matcher.quoteReplacement(parts.get(place.group(1))));
  }

  private static String resource(String name) {
    try (InputStream stream = ReportPage.class.getResourceAsStream(ROOT + name)) {
      if (stream == null) {
        throw new IllegalStateException("Cannot find the report's " + name + " in the job jar");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the report's " + name, e);
    }
  }
}
