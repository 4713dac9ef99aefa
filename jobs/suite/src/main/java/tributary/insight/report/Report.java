package tributary.insight.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tributary.config.DraftFile;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.publish.History;
import tributary.publish.RunStatus;

/** The report: figures and pictures of what a lake has published, as one HTML file. */
public final class Report {
  private Report() {}

  /**
   * Reads the published tables and writes the file; an earlier one is replaced as a whole.
   *
   * @param customers at most how many customers can be looked up in it
   * @return the file's size in bytes
   * @throws UserError when the lake has published nothing, or the file cannot be written
   */
  public static long write(Lake lake, int customers, Path file) {
    History history = History.of(lake);
    PublishedTables tables = new LakeTables(lake);
    if (tables.states().stream().noneMatch(state -> state.table().startsWith("curated."))
        || history.runs().stream().noneMatch(run -> run.status() == RunStatus.PUBLISHED)) {
      throw new UserError(
          "Cannot make a report: the lake has published nothing yet; 'tributary run' or 'tributary"
              + " demo' fills it");
    }
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("headline", HeadlineData.read(tables));
    data.put("sales", SalesData.read(tables));
    data.put("segments", SegmentData.read(tables));
    data.put("customers", CustomersData.read(tables));
    data.put("recommender", RecommenderData.read(tables));
    data.put("lookUp", LookUpData.read(tables, customers));
    data.put("quality", QualityData.read(tables));
    data.put("making", MakingData.read(tables, history));
    return write(ReportPage.html(ReportData.json(data)), file);
  }

  static long write(String html, Path file) {
    Path target = file.toAbsolutePath();
    if (!Files.isDirectory(target.getParent())) {
      throw new UserError(
          "Cannot write the report to %s: there is no directory %s"
              .formatted(file, target.getParent()));
    }
    try (DraftFile draft = DraftFile.of(target)) {
      Files.writeString(draft.path(), html);
      draft.publish();
      return Files.size(target);
    } catch (IOException e) {
      throw new UserError("Cannot write the report to %s: %s".formatted(file, e.getMessage()), e);
    }
  }
}
