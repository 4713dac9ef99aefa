package org.apache.flink.ml.common.broadcast.operator;

import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.ManagedMemoryUseCase;
import org.apache.flink.iteration.datacache.nonkeyed.DataCacheWriter;
import org.apache.flink.streaming.api.graph.StreamConfig;
import org.apache.flink.streaming.api.operators.StreamOperator;

/**
 * What the relinked {@link AbstractBroadcastWrapperOperator} calls in place of Flink's methods; the
 * calls are put in by the lines of {@code flink-ml.relink} that name this class.
 */
public final class BroadcastOperators {
  private BroadcastOperators() {}

  /** The share of a slot's managed memory, which depends on the job's configuration too. */
  public static double managedMemoryFraction(
      StreamConfig config,
      ManagedMemoryUseCase useCase,
      Configuration cluster,
      ClassLoader classLoader,
      AbstractBroadcastWrapperOperator<?, ?> operator) {
    return config.getManagedMemoryFractionOperatorUseCaseOfSlot(
        useCase,
        operator.containingTask.getEnvironment().getJobConfiguration(),
        cluster,
        classLoader);
  }

  /** Closes the wrapped operator and deletes the rows that waited for a broadcast variable. */
  public static void close(
      StreamOperator<?> wrapped, AbstractBroadcastWrapperOperator<?, ?> operator) throws Exception {
    wrapped.close();
    if (operator.dataCacheWriters == null) {
      return;
    }
    for (DataCacheWriter<?> waiting : operator.dataCacheWriters) {
      if (waiting != null) {
        waiting.cleanup();
      }
    }
  }
}
