package tributary.app;

import picocli.CommandLine.Command;

/** What can be done with the lake's catalog. */
@Command(
    name = "catalog",
    description = "The lake's catalog, for other engines.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Examples:", "  tributary catalog serve --port 8181"})
final class CatalogCommand {}
