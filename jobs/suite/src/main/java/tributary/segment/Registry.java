package tributary.segment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.types.DataType;
import org.apache.flink.types.Row;
import tributary.config.SegmentSettings;
import tributary.publish.Draft;

/**
 * The models of a run's windows: what the tables of the registry keep of them, and what assigns
 * customers.
 */
final class Registry {
  /** Of {@link #traits}. */
  static final DataType TRAITS =
      DataTypes.ROW(
          DataTypes.FIELD("window_end", DataTypes.DATE().notNull()),
          DataTypes.FIELD("segment_id", DataTypes.STRING().notNull()),
          DataTypes.FIELD("segment_name", DataTypes.STRING().notNull()),
          DataTypes.FIELD("strongest_trait", DataTypes.STRING().notNull()),
          DataTypes.FIELD("traits", DataTypes.STRING().notNull()));

  private static final String MODELS = "segments.trained_model";
  private static final String ALIAS = "alias";
  private static final String CHAMPION = "champion";

  private final Draft draft;
  private final SegmentSettings settings;
  private final PublishedWindows published;
  private final List<Segments> windows = new ArrayList<>();

  Registry(Draft draft, SegmentSettings settings, PublishedWindows published) {
    this.draft = draft;
    this.settings = settings;
    this.published = published;
  }

  /** Adds a window, later than those before. */
  void add(Segments segments) {
    windows.add(segments);
  }

  /** Writes all models, their preparation and their figures. */
  void write() {
    LocalDate last = windows.get(windows.size() - 1).window().end();
    boolean isNewChampion = published.latestEnd().map(end -> !end.isAfter(last)).orElse(true);
    List<Map<String, Object>> models = new ArrayList<>();
    List<Map<String, Object>> preparation = new ArrayList<>();
    List<Map<String, Object>> events = new ArrayList<>();
    List<Map<String, Object>> rules = new ArrayList<>();
    List<Map<String, Object>> metrics = new ArrayList<>();
    for (Segments segments : windows) {
      boolean isChampion = isNewChampion && segments.window().end().equals(last);
      RegistryRows rows = rows(segments);
      models.addAll(rows.model(isChampion ? CHAMPION : null));
      preparation.addAll(rows.preparation());
      events.addAll(rows.events());
      rules.addAll(rows.rules());
      metrics.addAll(rows.metrics());
    }
    if (isNewChampion) {
      models.addAll(dethroned(last));
    }
    draft.append(MODELS, models);
    draft.append("segments.preparation", preparation);
    draft.append("segments.segment_event", events);
    draft.append("segments.segment_rule", rules);
    draft.append("segments.metric", metrics);
  }

  /** Takes the earlier champion's rows out of the table, to be written again without its title. */
  private List<Map<String, Object>> dethroned(LocalDate newEnd) {
    List<Map<String, Object>> rows = new ArrayList<>();
    published
        .latestEnd()
        .filter(end -> end.isBefore(newEnd))
        .filter(end -> windows.stream().noneMatch(each -> each.window().end().equals(end)))
        .ifPresent(
            end -> {
              draft.clearPartitions(
                  MODELS,
                  Map.of(
                      "segmentation",
                      List.of(settings.segmentation()),
                      "window_end",
                      List.of(end)));
              for (Map<String, Object> row : published.model(end)) {
                Map<String, Object> kept = new HashMap<>(row);
                kept.put(ALIAS, null);
                rows.add(kept);
              }
            });
    return rows;
  }

  private RegistryRows rows(Segments segments) {
    return new RegistryRows(draft, settings, published, segments);
  }

  /** What assigns each window's customers. */
  Map<LocalDate, NearestSegment.Assigner> assigners() {
    return windows.stream()
        .collect(
            Collectors.toMap(
                each -> each.window().end(),
                each ->
                    new NearestSegment.Assigner(
                        each.fit().modelId(), each.model(), each.ids(), each.names())));
  }

  /** Each window's model. */
  Map<LocalDate, SegmentModel> models() {
    return windows.stream().collect(Collectors.toMap(each -> each.window().end(), Segments::model));
  }

  /** What sets each segment apart: its strongest trait for machines, the two in words. */
  List<Row> traits() {
    List<Row> rows = new ArrayList<>();
    for (Segments segments : windows) {
      for (int cluster = 0; cluster < segments.model().size(); cluster++) {
        List<Trait> traits = Trait.all(segments.model(), cluster);
        String words =
            traits.stream().limit(2).map(Trait::words).collect(Collectors.joining(" and "));
        rows.add(
            Row.of(
                segments.window().end(),
                segments.ids().get(cluster),
                segments.names().get(cluster),
                traits.get(0).key(),
                words));
      }
    }
    return rows;
  }
}
