package tributary.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.flink.types.Row;
import picocli.CommandLine.Command;
import tributary.config.IngestSettings;
import tributary.config.PlaceSettings;
import tributary.config.ProfileSettings;
import tributary.config.ProfileSettings.Dates;
import tributary.config.ProfileSettings.Decimal;
import tributary.config.Setting;
import tributary.config.Settings;
import tributary.config.SettingsReader;
import tributary.config.UserError;
import tributary.input.InputFiles;
import tributary.input.LeftOutFiles;
import tributary.input.draft.Choices;
import tributary.input.draft.ProfileDraft;
import tributary.input.draft.ProfileDrafter;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/** Drafts the source profile of files. */
@Command(
    name = "profile",
    description =
        "Looks at files of sales or customers and drafts the source profile that reads them: says"
            + " what it found, how sure it is and why, shows ten rows and the rejects, and leaves a"
            + " commented file to edit.",
    footer = {
      "",
      "Examples:",
      "  tributary profile --input orders_export.csv",
      "  tributary profile --input 'tills/2025-*.csv' --output tills.sql",
      "  tributary profile --input sales.csv --dates day-first --decimal comma"
    })
final class ProfileCommand implements Task {
  private static final int ROWS_SHOWN = 10;

  @Override
  public List<Setting<?>> settings() {
    return Settings.join(List.of(ProfileSettings.settings(), PlaceSettings.settings()));
  }

  @Override
  public Action prepare(SettingsReader reader) {
    PlaceSettings place = PlaceSettings.read(reader);
    ProfileSettings settings = ProfileSettings.read(reader);
    return terminal -> draft(place, settings, terminal);
  }

  private static Summary draft(PlaceSettings place, ProfileSettings settings, Terminal terminal) {
    SqlLibrary library = Workbench.library(place);
    Choices choices =
        new Choices(
            settings.dates().map(Dates.DAY_FIRST::equals),
            settings.decimal().map(mark -> mark == Decimal.COMMA ? ',' : '.'));
    ProfileDraft draft =
        new ProfileDrafter(library, choices)
            .draft(InputFiles.resolve(settings.input(), LeftOutFiles.collecting()));
    show(draft, terminal);
    write(draft.text(), settings.output());
    IngestSettings preview =
        new IngestSettings(
            settings.output().toString(),
            settings.input(),
            true,
            ROWS_SHOWN,
            false,
            Optional.empty(),
            false);
    Summary summary;
    try (Engine engine = Engines.open(place.engine())) {
      summary = new Preview(library, terminal).show("profile", engine, preview);
    }
    terminal
        .out()
        .printf(
            Locale.ROOT,
            "The draft is in %s. Edit it, and look again:%n  ./tributary ingest --dry-run --source %s --input %s%n",
            settings.output(),
            settings.output(),
            quoted(settings.input()));
    terminal.out().flush();
    return summary;
  }

  private static void show(ProfileDraft draft, Terminal terminal) {
    terminal.out().printf(Locale.ROOT, "What %,d rows tell%n", draft.rows());
    TextTableWriter table =
        new TextTableWriter(
            List.of(
                new ResultColumn("what", false),
                new ResultColumn("is", false),
                new ResultColumn("sure", false),
                new ResultColumn("why", false)),
            terminal);
    draft
        .findings()
        .forEach(
            finding ->
                table.write(
                    Row.of(
                        finding.subject(),
                        finding.answer(),
                        finding.confidence(),
                        finding.evidence())));
    table.finish();
    terminal.out().println();
  }

  private static void write(String text, Path output) {
    try {
      Files.writeString(output, text, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UserError("Cannot leave the draft in %s: %s".formatted(output, e.getMessage()), e);
    }
  }

  private static String quoted(String input) {
    return input.matches("[\\w./:@%+=-]+") ? input : "'" + input + "'";
  }
}
