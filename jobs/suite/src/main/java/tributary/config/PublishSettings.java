package tributary.config;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How what a run wrote becomes what everybody reads.
 *
 * @param approval whether somebody looks at it first
 * @param keepRuns how many published runs can be replayed and read by their tags
 * @param limits check to the range it expects instead of its contract's
 * @param accepted checks that report instead of keeping the run from being published
 */
public record PublishSettings(
    Approval approval, int keepRuns, Map<String, Range> limits, Set<String> accepted) {
  /** Whether a run that passed its audits waits for somebody's word. */
  public enum Approval {
    NONE,
    REQUIRED
  }

  public static final Setting<Approval> APPROVAL =
      Setting.of(
              "approval",
              "WHOSE",
              ValueType.choice(Approval.class),
              "required: leave what passed its audits on its branch until 'tributary publish' or"
                  + " 'tributary reject'; none: publish it")
          .defaultsTo("none");
  public static final Setting<Integer> KEEP_RUNS =
      Setting.of(
              "keep-runs",
              "N",
              ValueType.integer(1, 1000),
              "how many published runs can be replayed, and read by their tags")
          .defaultsTo(10);
  public static final Setting<List<Map.Entry<String, Range>>> AUDIT_LIMITS =
      Setting.of(
          "audit-limits",
          "CHECK=RANGE",
          ValueType.list(ValueType.namedRange()),
          "the range in which a check's figure must be, such as price_ratio=0.8..1.25; those of the"
              + " contracts otherwise");
  public static final Setting<List<String>> ACCEPT =
      Setting.of(
          "accept",
          "CHECKS",
          ValueType.list(ValueType.text()),
          "checks that only report this time, separated by commas, as ops.audit_result names them");

  public PublishSettings {
    requireNonNull(approval, "approval is null");
    if (keepRuns < 1) {
      throw new IllegalArgumentException("Invalid keepRuns: " + keepRuns);
    }
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    accepted = Collections.unmodifiableSet(new TreeSet<>(accepted));
  }

  /** Published at once, by the contracts' own limits; ten runs are kept. */
  public static PublishSettings defaults() {
    return read(SettingsReader.ofDefaults());
  }

  public static List<Setting<?>> settings() {
    return List.of(APPROVAL, KEEP_RUNS, AUDIT_LIMITS, ACCEPT);
  }

  public static PublishSettings read(SettingsReader reader) {
    Map<String, Range> limits = new LinkedHashMap<>();
    reader
        .optional(AUDIT_LIMITS)
        .ifPresent(pairs -> pairs.forEach(pair -> limits.put(pair.getKey(), pair.getValue())));
    Approval approval = reader.value(APPROVAL);
    Integer keepRuns = reader.value(KEEP_RUNS);
    return new PublishSettings(
        approval == null ? Approval.NONE : approval,
        keepRuns == null ? 1 : keepRuns,
        limits,
        Set.copyOf(reader.optional(ACCEPT).orElse(List.of())));
  }

  public boolean needsApproval() {
    return approval == Approval.REQUIRED;
  }
}
