package tributary.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import tributary.config.GenerateSettings;
import tributary.config.Setting;
import tributary.config.SettingsReader;
import tributary.generate.Format;
import tributary.generate.GeneratedFiles;
import tributary.generate.RetailerSettings;
import tributary.generate.SyntheticRetailer;

/** Makes the files of a synthetic retailer. */
@Command(
    name = "generate",
    description =
        "Makes the files of a retailer that does not exist: two years of transactions, and its"
            + " customers and products. Read them with --source generated.",
    footer = {
      "",
      "Examples:",
      "  tributary generate --output shop",
      "  tributary generate --output shop --transactions 3000000 --customers 50000",
      "  tributary generate --output shop --format parquet --seed 7"
    })
final class GenerateCommand implements Task {
  @Override
  public List<Setting<?>> settings() {
    return GenerateSettings.settings();
  }

  @Override
  public Action prepare(SettingsReader reader) {
    GenerateSettings settings = GenerateSettings.read(reader);
    return terminal -> {
      Summary summary = new Summary("generate");
      try (Steps steps = new Steps(terminal)) {
        generate(settings, steps, summary);
        summary.seconds(steps);
      }
      terminal.out().print(summary.text());
      return summary;
    };
  }

  /** The step itself, which other commands take too. */
  static GeneratedFiles generate(GenerateSettings settings, Steps steps, Summary summary) {
    RetailerSettings retailer =
        new RetailerSettings(
            settings.customers(),
            settings.products(),
            settings.transactions(),
            settings.seed(),
            Format.valueOf(settings.format().name()),
            settings.lastDay());
    Path output = settings.output();
    GeneratedFiles files =
        steps.get(
            "generate",
            () ->
                SyntheticRetailer.generate(
                    retailer,
                    output,
                    lines -> steps.progress(String.format(Locale.ROOT, "%,d lines", lines))));
    summary
        .add("transactions_file", files.transactions().toString())
        .add("customers_file", files.customers().toString())
        .add("products_file", files.products().toString())
        .add("transaction_lines", files.transactionLines())
        .add("return_lines", files.returnLines())
        .add("customers_generated", files.customerCount())
        .add("products_generated", files.productCount());
    return files;
  }
}
