package org.apache.flink.iteration.datacache.nonkeyed;

import java.io.IOException;
import java.util.List;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.runtime.jobgraph.OperatorID;
import org.apache.flink.runtime.state.StateInitializationContext;
import org.apache.flink.runtime.state.StateSnapshotContext;
import org.apache.flink.streaming.api.operators.StreamingRuntimeContext;
import org.apache.flink.streaming.runtime.tasks.StreamTask;

/**
 * The records that an operator reads again in every round: on the heap while they are few, in a
 * file beyond that (see {@link RecordBlocks}).
 *
 * <p>It takes no part in checkpoints, because recovery inside an iteration is unreliable: a job
 * with checkpoints on fails at the first one, with a message that says so.
 */
public class ListStateWithCache<T> implements ListState<T> {
  private static final String REMEDY = ": run jobs with Flink ML with checkpointing off";

  private final RecordBlocks<T> records;

  public ListStateWithCache(
      TypeSerializer<T> serializer,
      StreamTask<?, ?> containingTask,
      StreamingRuntimeContext runtimeContext,
      StateInitializationContext initialization,
      OperatorID operatorId)
      throws IOException {
    if (initialization.isRestored()) {
      throw new UnsupportedOperationException(
          "Cannot restore operator " + operatorId + " of Flink ML from a checkpoint" + REMEDY);
    }
    records = new RecordBlocks<>(serializer, containingTask.getEnvironment().getIOManager());
    containingTask.getCancelables().registerCloseable(records);
  }

  /**
   * Refuses to be part of a checkpoint.
   *
   * @throws UnsupportedOperationException always
   */
  public void snapshotState(StateSnapshotContext context) {
    throw new UnsupportedOperationException(
        "Cannot write checkpoint " + context.getCheckpointId() + " of Flink ML's records" + REMEDY);
  }

  @Override
  public Iterable<T> get() {
    return records::iterator;
  }

  @Override
  public void add(T value) throws IOException {
    records.add(value);
  }

  @Override
  public void addAll(List<T> values) throws IOException {
    for (T value : values) {
      add(value);
    }
  }

  @Override
  public void update(List<T> values) throws IOException {
    clear();
    addAll(values);
  }

  @Override
  public void clear() {
    records.clear();
  }
}
