package tributary.app;

import picocli.CommandLine.Command;

/** Measures algorithms by themselves. */
@Command(
    name = "bench",
    description = "Measures the recommenders by themselves, without Flink and without a lake.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Examples:",
      "  tributary bench svdpp --train train.csv --test test.csv",
      "  tributary bench als --input purchases.csv"
    })
final class BenchCommand {}
