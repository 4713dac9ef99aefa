package tributary.input.draft;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import tributary.config.UserError;
import tributary.input.FileSamples;
import tributary.input.InputFile;

/** Looks at the first and last of files, and keeps those that have the same columns. */
final class Sampling {
  private static final int MOST_FILES = 12;
  private static final int MOST_BYTES = 4 << 20;
  private static final int MOST_ROWS = 30_000;

  private final Vocabulary vocabulary;

  Sampling(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** What was found in one file. */
  private record Seen(InputFile file, boolean isText, Layout.Found found) {}

  /**
   * @throws UserError when no file can be read, or no pattern keeps those of other columns out
   */
  Sheet sample(List<InputFile> files) {
    List<InputFile> some = some(FileSamples.opened(files));
    List<Seen> seen = new ArrayList<>();
    List<UserError> failures = new ArrayList<>();
    for (InputFile file : some) {
      try {
        seen.add(FileSamples.look(file, each -> look(each, some.size())));
      } catch (UserError e) {
        failures.add(e);
      }
    }
    if (seen.isEmpty()) {
      throw failures.get(0);
    }
    Map<List<String>, List<Seen>> byColumns = new LinkedHashMap<>();
    seen.forEach(
        each ->
            byColumns.computeIfAbsent(each.found().names(), any -> new ArrayList<>()).add(each));
    List<Seen> most =
        byColumns.values().stream().max(Comparator.comparingInt(Sampling::rows)).orElseThrow();
    if (rows(most) == 0) {
      throw new UserError(
          "Cannot draft a profile for %s: no row follows its header; name a file with rows"
              .formatted(most.get(0).file().name()));
    }
    return Sheet.of(pattern(most, seen), most.get(0).isText(), joined(most));
  }

  private static List<InputFile> some(List<InputFile> files) {
    return files.size() <= MOST_FILES
        ? files
        : Stream.concat(
                files.stream().limit(MOST_FILES / 2),
                files.stream().skip(files.size() - MOST_FILES / 2L))
            .toList();
  }

  private Seen look(InputFile file, int files) {
    if (FileSamples.isText(file)) {
      TextSample sample = new TextSampler(MOST_BYTES / files).sample(file);
      return new Seen(file, true, new LayoutFinder(vocabulary).find(file.name(), sample));
    }
    if (FileSamples.isBook(file)) {
      List<FileSamples.SheetRows> sheets = FileSamples.sheets(file, MOST_ROWS / files);
      return new Seen(file, false, new SheetFinder(vocabulary).find(file.name(), sheets));
    }
    FileSamples.Rows rows = FileSamples.rows(file, MOST_ROWS / files);
    return new Seen(
        file,
        false,
        new Layout.Found(Layout.ofRows(), rows.columns(), rows.rows(), List.of(), List.of()));
  }

  private static int rows(List<Seen> seen) {
    return seen.stream().mapToInt(each -> each.found().rows().size()).sum();
  }

  /** The rows of all, and a layout that reads all. */
  private static Layout.Found joined(List<Seen> seen) {
    Layout.Found first = seen.get(0).found();
    Layout layout = first.layout();
    TreeSet<String> encodings = new TreeSet<>(Comparator.comparing(Sampling::order));
    seen.forEach(each -> encodings.addAll(List.of(each.found().layout().encodings().split(","))));
    boolean isOpen = seen.stream().anyMatch(each -> each.found().layout().lastLineIsOpen());
    return new Layout.Found(
        new Layout(
            layout.delimiter(),
            layout.quote(),
            String.join(",", encodings),
            layout.skippedLines(),
            layout.hasHeader(),
            isOpen,
            layout.hasEscapes(),
            layout.sheet()),
        first.names(),
        seen.stream().flatMap(each -> each.found().rows().stream()).toList(),
        seen.stream().flatMap(each -> each.found().totals().stream()).toList(),
        first.findings());
  }

  /** UTF-8 is tried first: it tells by itself that it is none. */
  private static String order(String encoding) {
    return encoding.equals("utf-8") ? "" : encoding;
  }

  private static String pattern(List<Seen> wanted, List<Seen> all) {
    if (wanted.size() == all.size()) {
      return "*";
    }
    List<String> names = wanted.stream().map(Sampling::name).toList();
    String prefix = names.stream().reduce(Sampling::commonPrefix).orElseThrow();
    String suffix =
        names.stream()
            .map(Sampling::reversed)
            .reduce(Sampling::commonPrefix)
            .map(Sampling::reversed)
            .orElseThrow();
    boolean isOne = names.size() == 1;
    String pattern =
        isOne
            ? prefix
            : prefix.replaceAll("[0-9][0-9_.-]*$", "") + "*" + suffix.replaceAll("^[0-9]+", "");
    boolean coversOthers =
        all.stream()
            .filter(each -> !wanted.contains(each))
            .map(Sampling::name)
            .anyMatch(
                name ->
                    isOne
                        ? name.equals(pattern)
                        : name.startsWith(pattern.substring(0, pattern.indexOf('*')))
                            && name.endsWith(pattern.substring(pattern.indexOf('*') + 1)));
    if (coversOthers) {
      Seen other = all.stream().filter(each -> !wanted.contains(each)).findFirst().orElseThrow();
      throw new UserError(
          "Cannot draft a profile for these files: %s has other columns than %s, and their names do not tell them apart; name those of one kind"
              .formatted(other.file().name(), wanted.get(0).file().name()));
    }
    return pattern;
  }

  private static String name(Seen seen) {
    return Path.of(seen.file().name()).getFileName().toString();
  }

  /** How both texts begin. */
  static String commonPrefix(String one, String other) {
    int length = 0;
    while (length < Math.min(one.length(), other.length())
        && one.charAt(length) == other.charAt(length)) {
      length++;
    }
    return one.substring(0, length);
  }

  private static String reversed(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
