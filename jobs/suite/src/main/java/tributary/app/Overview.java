package tributary.app;

import picocli.CommandLine.Command;

/** {@code tributary} by itself. */
@Command(
    name = "tributary",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "Turns a retailer's raw transactions into customer segments and product recommendations,"
            + " kept as Iceberg tables.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footer = {
      "",
      "Each command has its own help: tributary COMMAND --help",
      "A setting is a flag (--as-of 2011-12-10), an environment variable"
          + " (TRIBUTARY_AS_OF=2011-12-10) or a line of tributary.properties"
          + " (as-of = 2011-12-10); the first wins.",
      "Exit codes: 0 done, 1 a job or check failed, 2 a mistake in the command or its input.",
      "",
      "Examples:",
      "  tributary demo",
      "  tributary run --source online-retail --input online_retail.csv.gz",
      "  tributary sql -e \"SELECT * FROM segments.segment_profile\""
    })
final class Overview {}
