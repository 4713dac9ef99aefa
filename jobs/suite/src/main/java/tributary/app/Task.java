package tributary.app;

import java.util.List;
import tributary.config.Setting;
import tributary.config.SettingsReader;

/** A command: which settings it takes, and what it does with them. */
interface Task {
  /** In the order of the help text. */
  List<Setting<?>> settings();

  /**
   * Reads the settings; whatever is wrong with them is in the reader afterwards, or thrown.
   *
   * @return what is left to do
   */
  Action prepare(SettingsReader reader);

  /** What a command does once its settings are known to be good. */
  @FunctionalInterface
  interface Action {
    /**
     * Prints results.
     *
     * @return what was done, for {@code --summary-json}
     */
    Summary run(Terminal terminal) throws Exception;
  }
}
