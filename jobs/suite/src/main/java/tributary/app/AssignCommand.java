package tributary.app;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.flink.types.Row;
import picocli.CommandLine.Command;
import tributary.config.AssignSettings;
import tributary.config.LakeSettings;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.segment.ScoringModel;
import tributary.segment.ScoringModel.Placement;

/** Puts customers into segments by a model that is there already. */
@Command(
    name = "assign",
    description =
        "Puts customers whom no run has seen into the segments of a published model, and writes"
            + " nothing to the lake: the customers of a CSV file, as CSV on standard output; or one"
            + " who is described here.",
    footer = {
      "",
      "Examples:",
      "  tributary assign --input newcomers.csv > segments.csv",
      "  tributary assign --set gross_spend=900,shopping_days=4,spend_per_item=25",
      "  tributary assign --segmentation people --set income=52000 --set age=41"
    })
final class AssignCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(AssignSettings.settings(), LakeSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    LakeSettings lake = LakeSettings.read(reader);
    AssignSettings settings = AssignSettings.read(reader);
    return terminal -> {
      ScoringModel model = model(lake, settings);
      if (settings.input().isEmpty()) {
        describe(model, settings.described(), terminal);
        return new Summary("assign").add("model", model.id());
      }
      CustomersFile customers = new CustomersFile(settings.input().get(), model);
      long placed = customers.place(terminal);
      return new Summary("assign").add("model", model.id()).add("customers", placed);
    };
  }

  private static ScoringModel model(LakeSettings settings, AssignSettings assign) {
    try (Lake lake = Lake.openForReading(settings)) {
      return ScoringModel.load(
          table -> rows(lake, TableName.of(table)), assign.segmentation(), assign.model());
    }
  }

  private static List<Map<String, Object>> rows(Lake lake, TableName table) {
    return lake.exists(table) ? lake.rows(table, Lake.MAIN) : List.of();
  }

  private static void describe(
      ScoringModel model, Map<String, String> described, Terminal terminal) {
    Placement placement = model.place(described);
    TextTableWriter table =
        new TextTableWriter(
            List.of(
                new ResultColumn("segment", false),
                new ResultColumn("distance", true),
                new ResultColumn("next_segment", false),
                new ResultColumn("next_distance", true),
                new ResultColumn("confidence", true)),
            terminal);
    table.write(
        Row.of(
            placement.segmentName(),
            rounded(placement.distance()),
            placement.nextSegmentName(),
            placement.nextDistance() == null ? null : rounded(placement.nextDistance()),
            rounded(placement.confidence())));
    table.finish();
    List<String> unknown =
        model.features().stream().filter(feature -> !described.containsKey(feature)).toList();
    if (!unknown.isEmpty()) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "not given, taken as the median of the model's customers: %s%n",
              String.join(", ", unknown));
    }
  }

  private static String rounded(double number) {
    return String.format(Locale.ROOT, "%.3f", number);
  }
}
