package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import tributary.config.IngestSettings;
import tributary.config.UserError;
import tributary.curate.FileFacts;
import tributary.curate.FileFacts.Content;
import tributary.curate.Landing;
import tributary.curate.Landing.Landed;
import tributary.curate.Replacement;
import tributary.input.InputFiles;
import tributary.input.InspectedFile;
import tributary.input.LeftOutFiles;
import tributary.input.SourceProfile;
import tributary.publish.Draft;
import tributary.script.SqlLibrary;

/** Finds the files that a command names, and lands those that the lake does not have. */
final class Intake {
  private final SqlLibrary library;
  private final Steps steps;
  private final Summary summary;

  Intake(SqlLibrary library, Steps steps, Summary summary) {
    this.library = requireNonNull(library, "library is null");
    this.steps = requireNonNull(steps, "steps is null");
    this.summary = requireNonNull(summary, "summary is null");
  }

  /**
   * What was found to read.
   *
   * @param inputs those of its files that hold transactions or customers
   * @param leftOut why each of the files that cannot be read is none of them, by its name
   */
  record Delivery(
      SourceProfile profile,
      List<InspectedFile> files,
      List<FileFacts> inputs,
      Map<String, String> leftOut) {
    boolean hasCustomers() {
      return inputs.stream().anyMatch(file -> file.content() == Content.CUSTOMERS);
    }
  }

  /** Some of a delivery's inputs, and all files beside them. */
  static Delivery only(Delivery delivery, Predicate<FileFacts> wanted) {
    return new Delivery(
        delivery.profile(),
        delivery.files().stream()
            .filter(file -> !file.isInput() || wanted.test(facts(file)))
            .toList(),
        delivery.inputs().stream().filter(wanted).toList(),
        delivery.leftOut());
  }

  /**
   * Looks at the files that the settings name.
   *
   * @throws UserError when none can be read, or one of them where that is not allowed
   */
  Delivery inspect(IngestSettings settings) {
    SourceProfile profile = SourceProfile.load(library, settings.source());
    LeftOutFiles leftOut = LeftOutFiles.collecting();
    List<InspectedFile> files = steps.get("inspect", () -> inspect(profile, settings, leftOut));
    List<FileFacts> inputs =
        files.stream().filter(InspectedFile::isInput).map(Intake::facts).toList();
    return new Delivery(profile, files, inputs, leftOut.reasons());
  }

  /**
   * Reads the files of a profile, as strictly as the settings say.
   *
   * @param leftOut takes those that cannot be read
   */
  static List<InspectedFile> inspect(
      SourceProfile profile, IngestSettings settings, LeftOutFiles leftOut) {
    List<InspectedFile> files =
        profile.inspect(InputFiles.resolve(settings.input(), leftOut), leftOut);
    if (settings.isStrict() && !leftOut.reasons().isEmpty()) {
      throw leftOut.error();
    }
    return files;
  }

  /** Says loudly which files were left out. */
  void warn(Delivery delivery) {
    delivery
        .leftOut()
        .forEach((file, reason) -> steps.notice("LEFT OUT %s: %s".formatted(file, reason)));
    summary.leftOut(delivery.leftOut());
  }

  /** Those of its inputs that the lake does not have; all of a corrected delivery. */
  List<FileFacts> unseen(
      List<Map<String, Object>> landed, Delivery delivery, IngestSettings settings) {
    return settings.replaces()
        ? delivery.inputs()
        : Landing.unseen(landed, delivery.profile().name(), delivery.inputs());
  }

  /** Says how many files there are, and how many of them are not new. */
  void tell(Delivery delivery, int unseen) {
    summary.add("files", delivery.inputs().size());
    summary.add("files_seen_before", delivery.inputs().size() - unseen);
    summary.add("lines_read", 0L);
  }

  /** Lands the files that the lake does not have. */
  void land(Draft draft, Delivery delivery, IngestSettings settings) {
    SourceProfile profile = delivery.profile();
    List<FileFacts> unseen = unseen(draft.rows("landing.files"), delivery, settings);
    tell(delivery, unseen.size());
    if (unseen.isEmpty()) {
      return;
    }
    Landing.Options options =
        new Landing.Options(
            profile.name(),
            profile.equalLinesAreReal(),
            profile.identity(),
            settings.replaces(),
            settings.replaced());
    Landed landed =
        steps.get(
            "ingest",
            () -> {
              profile.register(draft.batch().tables(), only(delivery, unseen::contains).files());
              return Landing.land(draft, unseen, options, profile.timePatterns());
            });
    summary.add("lines_read", landed.lines());
    if (!landed.passedOver().isEmpty()) {
      summary.group("joined_lines_passed_over", landed.passedOver());
    }
    if (settings.replaces()) {
      tellReplaced(landed.replaced());
    }
  }

  private void tellReplaced(List<Replacement> replaced) {
    Map<String, String> shown = new LinkedHashMap<>();
    for (Replacement each : replaced) {
      shown.put(
          String.format(
              Locale.ROOT, "%s, file %d, %,d lines", each.name(), each.number(), each.lines()),
          String.format(
              Locale.ROOT, "by %s, file %d, %,d lines", each.byName(), each.by(), each.byLines()));
    }
    summary.group("files_replaced", shown);
  }

  private static FileFacts facts(InspectedFile file) {
    return new FileFacts(
        file.name(),
        file.sha256(),
        file.bytes(),
        Content.valueOf(file.content().name()),
        file.columns());
  }
}
