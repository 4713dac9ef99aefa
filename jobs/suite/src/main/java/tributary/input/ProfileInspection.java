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

  /**
   * @param leftOut takes files of input lines that cannot be read, where others can
   */
  List<InspectedFile> inspect(List<InputFile> files, LeftOutFiles leftOut) {
    leftOut.keepOnly(name -> tableOf(name).isPresent());
    Map<FileTable, List<InputFile>> filesByTable = new HashMap<>();
    for (InputFile input : Archives.opened(files, leftOut)) {
      tableOf(input.name())
          .ifPresent(
              table -> filesByTable.computeIfAbsent(table, t -> new ArrayList<>()).add(input));
    }
    boolean isAnyDelivered =
        parts.values().stream().anyMatch(part -> filesByTable.containsKey(part.input()));
    List<InspectedFile> inspected = new ArrayList<>();
    parts.forEach(
        (content, part) -> {
          if (filesByTable.containsKey(part.input()) || !isAnyDelivered) {
            inspected.addAll(inspect(part, content, filesByTable, leftOut));
          }
        });
    if (inspected.isEmpty()) {
      throw leftOut.error();
    }
    return inspected;
  }

  /** None when no file of its input lines can be read. */
  private List<InspectedFile> inspect(
      ProfilePart part,
      Content content,
      Map<FileTable, List<InputFile>> filesByTable,
      LeftOutFiles leftOut) {
    List<InspectedFile> inspected = new ArrayList<>();
    for (FileTable table : part.tables()) {
      LeftOutFiles ofTable = table.isInput() ? leftOut : LeftOutFiles.refusing();
      List<InputFile> files = filesByTable.getOrDefault(table, List.of());
      inspected.addAll(inspect(table, content, files, ofTable));
      if (inspected.isEmpty()) {
        break;
      }
    }
    return inspected;
  }

  /**
   * The table that reads a file: the first whose pattern fits, one with a pattern of its own first.
   */
  private Optional<FileTable> tableOf(String fileName) {
    Stream<FileTable> tables = parts.values().stream().flatMap(part -> part.tables().stream());
    return tables
        .filter(table -> table.options().reads(fileName))
        .min(
            (left, right) ->
                Boolean.compare(left.options().readsAnyFile(), right.options().readsAnyFile()));
  }

  /** A day without sales has a file without lines, which is well beside others. */
  private List<InspectedFile> inspect(
      FileTable table, Content content, List<InputFile> files, LeftOutFiles leftOut) {
    if (files.isEmpty()) {
      throw new UserError(
          "Cannot read the input with profile %s: no file named %s is among it (its table %s reads them)"
              .formatted(profile, table.options().files(), table.name()));
    }
    List<InspectedFile> inspected = new ArrayList<>();
    for (InputFile file : files) {
      try {
        inspected.addAll(inspect(table, content, file));
      } catch (UserError e) {
        leftOut.add(file.name(), e);
      }
    }
    if (inspected.isEmpty()) {
      return inspected;
    }
    if (inspected.stream().noneMatch(file -> file.holdsLines(table.options()))) {
      throw new UserError(
          "Cannot read %s: it has a header and no lines".formatted(inspected.get(0).name()));
    }
    return inspected;
  }

  private List<InspectedFile> inspect(FileTable table, Content content, InputFile input) {
    FileInspector inspector = new FileInspector(table, content);
    List<InspectedFile> inspected = inspector.inspectAll(input);
    inspected.forEach(file -> checkColumns(table, input, file, inspector.headerLine()));
    return inspected;
  }

  private void checkColumns(
      FileTable table, InputFile input, InspectedFile inspected, long headerLine) {
    try {
      if (inspected.namesColumns(table.options())) {
        Header.places(table.columns(), inspected.columns());
      }
    } catch (UserError e) {
      String line = headerLine > 0 ? " (line %s)".formatted(headerLine) : "";
      String other =
          ProfileSuggestion.of(library, profile, inspected.columns())
              .map("; is the profile %s the one for this file?"::formatted)
              .orElse("");
      throw new UserError(
          "Cannot read %s with profile %s: %s%s"
              .formatted(
                  input.name(),
                  profile,
                  e.getMessage().replaceFirst("its header", "its header" + line),
                  other));
    }
  }
}
