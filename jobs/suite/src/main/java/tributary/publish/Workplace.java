package tributary.publish;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.Consumer;
import tributary.lake.Lake;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/**
 * What runs work with.
 *
 * @param clock tells when runs begin and end; nothing that is computed depends on it
 * @param milestones hears how far a publication is, such as "curated.sales published"
 * @param notices hears what the user did not ask for, such as that an earlier run was completed
 */
public record Workplace(
    Lake lake,
    Engine engine,
    Contracts contracts,
    SqlLibrary library,
    Clock clock,
    Consumer<String> milestones,
    Consumer<String> notices) {
  public Workplace {
    requireNonNull(lake, "lake is null");
    requireNonNull(engine, "engine is null");
    requireNonNull(contracts, "contracts is null");
    requireNonNull(library, "library is null");
    requireNonNull(clock, "clock is null");
    requireNonNull(milestones, "milestones is null");
    requireNonNull(notices, "notices is null");
  }

  /** Where nobody listens. */
  public Workplace(Lake lake, Engine engine, Contracts contracts, SqlLibrary library, Clock clock) {
    this(lake, engine, contracts, library, clock, milestone -> {}, notice -> {});
  }
}
