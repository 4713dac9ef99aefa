package tributary.publish;

import java.util.OptionalLong;
import tributary.config.UserError;
import tributary.lake.Lake;
import tributary.lake.TableName;

/** Where the rows that a run wrote can be read. */
final class RunStates {
  private RunStates() {}

  /**
   * The state that a run left of a table: on its branch, or published.
   *
   * @throws UserError when neither is kept any more
   */
  static long written(Lake lake, RunRecord run, TableName table) {
    OptionalLong branch = lake.snapshotId(table, Run.branch(run.id()));
    return branch.isPresent()
        ? branch.getAsLong()
        : lake.snapshotId(table, Run.tag(run.id())).orElseThrow(() -> expired(run, table));
  }

  /**
   * @throws UserError when a state is not kept any more
   */
  static void require(Lake lake, RunRecord run, TableName table, long snapshotId) {
    if (!lake.hasSnapshot(table, snapshotId)) {
      throw expired(run, table);
    }
  }

  private static UserError expired(RunRecord run, TableName table) {
    return new UserError(
        "Cannot compare run %s: its state of %s has expired".formatted(run.id(), table));
  }
}
