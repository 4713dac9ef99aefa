package tributary.app;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tributary.config.IngestSettings;
import tributary.curate.FileFacts;
import tributary.curate.Landing;
import tributary.curate.Landing.Landed;
import tributary.input.InputFiles;
import tributary.input.InspectedFile;
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
   * @param transactions those of its files that hold transactions
   */
  record Delivery(SourceProfile profile, List<InspectedFile> files, List<FileFacts> transactions) {}

  /** Some of a delivery's transactions, and all files beside them. */
  static Delivery only(Delivery delivery, Predicate<FileFacts> wanted) {
    return new Delivery(
        delivery.profile(),
        delivery.files().stream()
            .filter(file -> !file.holdsTransactions() || wanted.test(facts(file)))
            .toList(),
        delivery.transactions().stream().filter(wanted).toList());
  }

  /** Looks at the files that the settings name. */
  Delivery inspect(IngestSettings settings) {
    SourceProfile profile = SourceProfile.load(library, settings.source());
    List<InspectedFile> files =
        steps.get("inspect", () -> profile.inspect(InputFiles.resolve(settings.input())));
    List<FileFacts> transactions =
        facts(files.stream().filter(InspectedFile::holdsTransactions).toList());
    return new Delivery(profile, files, transactions);
  }

  /** Those of its transactions that the lake does not have; all of a corrected delivery. */
  List<FileFacts> unseen(
      List<Map<String, Object>> landed, Delivery delivery, IngestSettings settings) {
    return settings.replaces()
        ? delivery.transactions()
        : Landing.unseen(landed, delivery.profile().name(), delivery.transactions());
  }

  /** Says how many files there are, and how many of them are not new. */
  void tell(Delivery delivery, int unseen) {
    summary.add("files", delivery.transactions().size());
    summary.add("files_seen_before", delivery.transactions().size() - unseen);
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
        new Landing.Options(profile.name(), profile.equalLinesAreReal(), settings.replaces());
    Landed landed =
        steps.get(
            "ingest",
            () -> {
              profile.register(
                  draft.batch().tables(),
                  without(delivery.files(), delivery.transactions(), unseen));
              return Landing.land(draft, unseen, options);
            });
    summary.add("lines_read", landed.lines());
  }

  /** The files to read: those beside the transactions, and the transactions not seen before. */
  private static List<InspectedFile> without(
      List<InspectedFile> files, List<FileFacts> transactions, List<FileFacts> unseen) {
    List<FileFacts> seen = new ArrayList<>(transactions);
    seen.removeAll(unseen);
    return files.stream().filter(file -> !seen.contains(facts(file))).toList();
  }

  private static List<FileFacts> facts(List<InspectedFile> files) {
    return files.stream().map(Intake::facts).toList();
  }

  private static FileFacts facts(InspectedFile file) {
    return new FileFacts(file.name(), file.sha256(), file.bytes());
  }
}
