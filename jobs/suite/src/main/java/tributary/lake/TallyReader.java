package tributary.lake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tributary.lake.Tally.Figure;
import tributary.lake.Tally.Kind;

/** Reads the sides of one tally. */
final class TallyReader {
  private final ContractFields fields;
  private final List<String> problems;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();

  TallyReader(ContractFields fields, List<String> problems) {
    this.fields = fields;
    this.problems = problems;
  }

  Tally read(Severity severity) {
    fields.allow(Set.of("name", "says", "of", "never", "severity"));
    List<Tally.Side> sides = fields.each("of").stream().map(this::side).toList();
    if (kinds.isEmpty()) {
      problems.add(fields.at() + "of has no figure");
    }
    return new Tally(
        fields.text("name"), fields.text("says"), sides, fields.text("never"), severity);
  }

  private Tally.Side side(ContractFields side) {
    side.allow(Set.of("from", "where", "by", "sums", "highest", "lowest", "distinct"));
    Map<String, Figure> figures = new LinkedHashMap<>();
    add(side, "sums", Kind.SUM, figures);
    add(side, "highest", Kind.HIGHEST, figures);
    add(side, "lowest", Kind.LOWEST, figures);
    add(side, "distinct", Kind.DISTINCT, figures);
    return new Tally.Side(side.text("from", ""), side.text("where", ""), side.texts("by"), figures);
  }

  private void add(ContractFields side, String field, Kind kind, Map<String, Figure> figures) {
    side.within(field)
        .textsByName()
        .forEach(
            (name, expression) -> {
              if (kinds.merge(name, kind, (before, now) -> before) != kind) {
                problems.add(
                    "%s%s.%s is a figure of %s already"
                        .formatted(
                            side.at(),
                            field,
                            name,
                            kinds.get(name).name().toLowerCase(Locale.ROOT)));
              }
              figures.put(name, new Figure(kind, expression.strip()));
            });
  }
}
