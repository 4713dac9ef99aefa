package org.apache.flink.iteration.operator;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.memory.ManagedMemoryUseCase;
import org.apache.flink.iteration.operator.coordinator.HeadOperatorCoordinator;
import org.apache.flink.iteration.proxy.state.ProxyInternalTimeServiceManager;
import org.apache.flink.iteration.proxy.state.ProxyKeyedStateBackend;
import org.apache.flink.runtime.asyncprocessing.AsyncExecutionController;
import org.apache.flink.runtime.operators.coordination.OperatorCoordinator.SubtaskGateway;
import org.apache.flink.runtime.operators.coordination.OperatorEvent;
import org.apache.flink.streaming.api.graph.StreamConfig;
import org.apache.flink.streaming.api.operators.InternalTimerService;
import org.apache.flink.streaming.api.operators.Triggerable;

/**
 * What relinked Flink ML classes call where Flink 1.20 asks for other arguments than Flink ML
 * gives; the calls are put in by the lines of {@code flink-ml.relink} that name this class.
 */
public final class Flink120 {
  private Flink120() {}

  /** The share of a slot's managed memory, which depends on the job's configuration too. */
  public static double managedMemoryFraction(
      StreamConfig config,
      ManagedMemoryUseCase useCase,
      Configuration cluster,
      ClassLoader classLoader,
      AbstractWrapperOperator<?> operator) {
    return config.getManagedMemoryFractionOperatorUseCaseOfSlot(
        useCase,
        operator.containingTask.getEnvironment().getJobConfiguration(),
        cluster,
        classLoader);
  }

  /** Streaming jobs run one attempt of a subtask at a time: the attempt's number says nothing. */
  public static void executionAttemptReady(
      HeadOperatorCoordinator coordinator, int subtask, int attempt, SubtaskGateway gateway) {
    coordinator.subtaskReady(subtask, gateway);
  }

  /** See {@link #executionAttemptReady}. */
  public static void executionAttemptFailed(
      HeadOperatorCoordinator coordinator, int subtask, int attempt, Throwable reason) {
    coordinator.subtaskFailed(subtask, reason);
  }

  /** See {@link #executionAttemptReady}. */
  public static void handleEventFromOperator(
      HeadOperatorCoordinator coordinator, int subtask, int attempt, OperatorEvent event)
      throws Exception {
    coordinator.handleEventFromOperator(subtask, event);
  }

  /** Operators of an iteration use no asynchronous state. */
  public static <K, N> InternalTimerService<N> getAsyncInternalTimerService(
      ProxyInternalTimeServiceManager<K> manager,
      String name,
      TypeSerializer<K> keySerializer,
      TypeSerializer<N> namespaceSerializer,
      Triggerable<K, N> triggerable,
      AsyncExecutionController<K> controller) {
    throw new UnsupportedOperationException(
        "Cannot register the asynchronous timers " + name + " inside a Flink ML iteration");
  }

  /** Operators of an iteration look through one state at a time. */
  public static <K, N> Stream<K> getKeys(
      ProxyKeyedStateBackend<K> backend, List<String> states, N namespace) {
    throw new UnsupportedOperationException(
        "Cannot list the keys of several states inside a Flink ML iteration: " + states);
  }
}
