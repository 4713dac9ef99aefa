package tributary.app;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tributary.config.ReportSettings;
import tributary.config.Setting;
import tributary.config.Settings;

/** Every command of Tributary, in the order of the overview. */
final class CommandTree {
  private CommandTree() {}

  static CommandLine build() {
    CommandLine catalog = new CommandLine(new CatalogCommand());
    add(catalog, new ServeCommand());
    CommandLine bench = new CommandLine(new BenchCommand());
    add(bench, new SvdppBenchCommand());
    add(bench, new AlsBenchCommand());
    CommandLine root = new CommandLine(new Overview());
    add(root, new DemoCommand());
    add(root, new GenerateCommand());
    add(root, new RunCommand());
    add(root, new ProfileCommand());
    add(root, new IngestCommand());
    add(root, new WithdrawCommand());
    add(root, new CurateCommand());
    add(root, new SegmentCommand());
    add(root, new AssignCommand());
    add(root, new RecommendCommand());
    add(root, new MartsCommand());
    add(root, new ReportCommand());
    add(root, new RunsCommand());
    add(root, new DiffCommand());
    add(root, new PublishCommand());
    add(root, new RejectCommand());
    add(root, new ReplayCommand());
    add(root, new SqlCommand());
    add(root, new TablesCommand());
    root.addSubcommand(catalog);
    catalog.getCommandSpec().mixinStandardHelpOptions(true);
    root.addSubcommand(bench);
    bench.getCommandSpec().mixinStandardHelpOptions(true);
    root.setExpandAtFiles(false);
    everywhere(root);
    return root;
  }

  /** Those of the command itself, then those of all commands. */
  static List<Setting<?>> settings(Task task) {
    return Settings.join(List.of(task.settings(), ReportSettings.settings()));
  }

  private static void add(CommandLine parent, Task task) {
    CommandSpec spec = CommandSpec.forAnnotatedObject(task).mixinStandardHelpOptions(true);
    Options.add(spec, settings(task));
    spec.usageMessage().sortOptions(false).sortSynopsis(false).abbreviateSynopsis(true);
    parent.addSubcommand(new CommandLine(spec));
  }

  /** All mistakes of a command line are collected, not only the first. */
  private static void everywhere(CommandLine command) {
    command.getCommandSpec().parser().collectErrors(true);
    command.getSubcommands().values().forEach(CommandTree::everywhere);
  }
}
