package tributary.input;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tributary.config.UserError;
import tributary.script.SqlLibrary;

/** Gives files to the tables of a profile, and looks at each. */
final class ProfileInspection {
  private final SqlLibrary library;
  private final String profile;
  private final Map<Content, ProfilePart> parts;

  ProfileInspection(SqlLibrary library, String profile, Map<Content, ProfilePart> parts) {
    this.library = library;
    this.profile = profile;
    this.parts = parts;
  }

  List<InspectedFile> inspect(List<InputFile> files) {
    Map<FileTable, List<InputFile>> filesByTable = new HashMap<>();
    for (InputFile input : files) {
      tableOf(input)
          .ifPresent(
              table -> filesByTable.computeIfAbsent(table, t -> new ArrayList<>()).add(input));
    }
    boolean isAnyDelivered =
        parts.values().stream().anyMatch(part -> filesByTable.containsKey(part.input()));
    List<InspectedFile> inspected = new ArrayList<>();
    parts.forEach(
        (content, part) -> {
          if (filesByTable.containsKey(part.input()) || !isAnyDelivered) {
            for (FileTable table : part.tables()) {
              List<InputFile> ofTable = filesByTable.getOrDefault(table, List.of());
              inspected.addAll(inspect(table, content, ofTable));
            }
          }
        });
    return inspected;
  }

  /**
   * The table that reads a file: the first whose pattern fits, one with a pattern of its own first.
   */
  private Optional<FileTable> tableOf(InputFile input) {
    Stream<FileTable> tables = parts.values().stream().flatMap(part -> part.tables().stream());
    return tables
        .filter(table -> table.options().reads(input.name()))
        .min(
            (left, right) ->
                Boolean.compare(left.options().readsAnyFile(), right.options().readsAnyFile()));
  }

  /** A day without sales has a file without lines, which is well beside others. */
  private List<InspectedFile> inspect(FileTable table, Content content, List<InputFile> files) {
    if (files.isEmpty()) {
      throw new UserError(
          "Cannot read the input with profile %s: no file named %s is among it (its table %s reads them)"
              .formatted(profile, table.options().files(), table.name()));
    }
    List<InspectedFile> inspected =
        files.stream().map(file -> inspect(table, content, file)).toList();
    if (inspected.stream().noneMatch(file -> file.holdsLines(table.options().linesBefore()))) {
      throw new UserError(
          "Cannot read %s: it has a header and no lines".formatted(inspected.get(0).name()));
    }
    return inspected;
  }

  private InspectedFile inspect(FileTable table, Content content, InputFile input) {
    InspectedFile inspected = new FileInspector(table, content).inspect(input);
    try {
      if (table.options().namesColumns()) {
        Header.places(table.columns(), inspected.columns());
      }
      return inspected;
    } catch (UserError e) {
      String other =
          ProfileSuggestion.of(library, profile, inspected.columns())
              .map("; is the profile %s the one for this file?"::formatted)
              .orElse("");
      throw new UserError(
          "Cannot read %s with profile %s: %s%s"
              .formatted(input.name(), profile, e.getMessage(), other));
    }
  }
}
