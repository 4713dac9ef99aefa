package tributary.publish;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.BoundedOneInput;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.table.data.GenericRowData;
import org.apache.flink.table.data.RowData;
import org.apache.flink.table.runtime.typeutils.InternalTypeInfo;
import org.apache.flink.table.types.logical.BigIntType;
import org.apache.flink.table.types.logical.IntType;
import org.apache.flink.table.types.logical.LogicalType;
import org.apache.flink.table.types.logical.RowType;
import org.apache.flink.util.OutputTag;
import tributary.publish.RowCheck.Concern;

/**
 * Emits, for the checks of one table, what they are decided by: a row of {@link #TYPE} per check
 * and row that concerns it, with a hash of the value in place of it. Of sums there is a row per key
 * and sum, or a few when there are very many keys; of keys that are numbers, bitmaps.
 */
final class RowAudit extends AbstractStreamOperator<RowData>
    implements OneInputStreamOperator<RowData, RowData>, BoundedOneInput {
  private static final long serialVersionUID = 1L;

  /** What is counted for tallies, as {@link RowTally#TYPE}. */
  static final OutputTag<RowData> TALLIES = new OutputTag<>("tallies", RowTally.TYPE);

  /** Keys that are numbers, as {@link KeyNumbers#TYPE}. */
  static final OutputTag<RowData> KEYS = new OutputTag<>("keys", KeyNumbers.TYPE);

  private static final int MOST_SUMS = 1 << 17;

  /** What sql/checks/broken_values.sql reads. */
  static final InternalTypeInfo<RowData> TYPE =
      InternalTypeInfo.of(
          RowType.of(
              new LogicalType[] {
                new IntType(false),
                new BigIntType(false),
                new BigIntType(false),
                new IntType(false),
                new BigIntType(false)
              },
              new String[] {"check_id", "high_bits", "low_bits", "concern", "amount"}));

  /** What is summed: the check, by its place, and its key. */
  private record Key(int check, long highBits, long lowBits) {}

  private final RowCheck[] checks;
  private final TallyPart[] tallies;
  private final RowExpression[] expressions;

  private transient RowHashes hashes;
  private transient RowTally tally;
  private transient KeyNumbers keys;
  private transient RecentValues recent;
  private transient Map<Key, long[]> sums;

  /**
   * @param expressions what they ask of each row, by index
   */
  RowAudit(List<RowCheck> checks, List<TallyPart> tallies, List<RowExpression> expressions) {
    this.checks = checks.toArray(RowCheck[]::new);
    this.tallies = tallies.toArray(TallyPart[]::new);
    this.expressions = expressions.toArray(RowExpression[]::new);
  }

  @Override
  public void open() throws Exception {
    super.open();
    hashes = new RowHashes(expressions);
    tally =
        new RowTally(
            tallies, hashes, counted -> output.collect(TALLIES, new StreamRecord<>(counted)));
    keys = new KeyNumbers(numbers -> output.collect(KEYS, new StreamRecord<>(numbers)));
    recent = new RecentValues();
    sums = new HashMap<>();
  }

  @Override
  public void processElement(StreamRecord<RowData> element) {
    RowData row = element.getValue();
    tally.add(row);
    for (int place = 0; place < checks.length; place++) {
      RowCheck check = checks[place];
      if (check.condition() != RowCheck.ALL_ROWS
          && !Boolean.TRUE.equals(hashes.value(row, check.condition()))) {
        continue;
      }
      switch (check.concern()) {
        case IN_KEY -> addKey(check, row);
        case RANK -> emit(check, hashes.of(row, check.columns()), 1);
        case NEEDED, EXISTING, UNWANTED, PRESENT -> emitOnce(check, row);
        case RANK_BEFORE -> emitRankBefore(check, row);
        case HERE, THERE, BALANCED, COVERING, COVERED -> add(place, row);
        case REFUSED -> {
          Object value = hashes.value(row, check.columns().get(0));
          if (value != null && !check.accepted().contains(value.toString())) {
            emit(check, hashes.of(row, check.columns()), 0);
          }
        }
      }
    }
  }

  /** Most values were there before: what is the same as lately is left out. */
  private void emitOnce(RowCheck check, RowData row) {
    if (hashes.value(row, check.columns().get(0)) == null) {
      return;
    }
    long[] hash = hashes.of(row, check.columns());
    if (recent.add(check, check.number(), hash[0], hash[1])) {
      emit(check, hash, 0);
    }
  }

  /** Each rank but the first needs the one before. */
  private void emitRankBefore(RowCheck check, RowData row) {
    long[] hash = hashes.before(row, check.columns());
    if (hash != null && recent.add(check, check.number(), hash[0], hash[1])) {
      emit(check, hash, 0);
    }
  }

  private void add(int place, RowData row) {
    RowCheck check = checks[place];
    long[] hash = hashes.of(row, check.columns());
    long[] before = sums(new Key(place, hash[0], hash[1]));
    for (int i = 0; i < check.sums().size(); i++) {
      Object amount = hashes.value(row, check.sums().get(i));
      if (amount != null) {
        before[i] = Math.addExact(before[i], check.sign() * ExactAmount.of(amount));
      }
    }
    if (sums.size() > MOST_SUMS) {
      emitSums();
    }
  }

  private long[] sums(Key key) {
    return sums.computeIfAbsent(key, added -> new long[checks[added.check()].sums().size()]);
  }

  /** The sums so far; a key without any is told by its first. */
  private void emitSums() {
    sums.forEach(
        (key, amounts) -> {
          RowCheck check = checks[key.check()];
          for (int i = 0; i < Math.max(1, amounts.length); i++) {
            emit(check, key.highBits(), key.lowBits() + i, i < amounts.length ? amounts[i] : 0);
          }
        });
    sums.clear();
  }

  /** Sums of all rows are 0 where there is no row. */
  @Override
  public void endInput() {
    for (int place = 0; place < checks.length; place++) {
      if (!checks[place].sums().isEmpty() && checks[place].columns().isEmpty()) {
        long[] hash = RowHashes.of("");
        sums(new Key(place, hash[0], hash[1]));
      }
    }
    emitSums();
    tally.emit();
    keys.emit();
  }

  private void emit(RowCheck check, long[] hash, long amount) {
    emit(check, hash[0], hash[1], amount);
  }

  private void emit(RowCheck check, long highBits, long lowBits, long amount) {
    output.collect(
        new StreamRecord<>(
            GenericRowData.of(
                check.number(), highBits, lowBits, check.concern().ordinal(), amount)));
  }

  private void addKey(RowCheck check, RowData row) {
    if (check.columns().size() == 1
        && hashes.value(row, check.columns().get(0)) instanceof Long number) {
      if (!keys.add(check.number(), number)) {
        repeatedKey(check.number(), number)
            .forEach(repeated -> output.collect(new StreamRecord<>(repeated)));
      }
    } else {
      emit(check, hashes.of(row, check.columns()), 0);
    }
  }

  /** What tells that a number is a key twice. */
  static List<RowData> repeatedKey(int check, long number) {
    return Collections.nCopies(
        2, GenericRowData.of(check, number, 0L, Concern.IN_KEY.ordinal(), 0L));
  }
}
