package org.apache.flink.iteration.broadcast;

import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.iteration.utils.ReflectionUtils;
import org.apache.flink.metrics.Counter;
import org.apache.flink.runtime.io.network.api.writer.RecordWriter;
import org.apache.flink.runtime.plugable.SerializationDelegate;
import org.apache.flink.streaming.api.operators.CountingOutput;
import org.apache.flink.streaming.api.operators.Output;
import org.apache.flink.streaming.runtime.streamrecord.StreamElement;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;

/**
 * Finds behind an operator's output what sends a record to every channel downstream, which is how
 * an iteration announces the end of a round.
 *
 * <p>Flink wraps outputs for counting and no longer flushes after an event: the wrapping is taken
 * off, and whatever goes to the network is flushed at once, else every round would last as long as
 * the buffer timeout.
 */
public final class BroadcastOutputFactory {
  private BroadcastOutputFactory() {}

  /**
   * Makes the broadcasting side of an output.
   *
   * @throws IllegalArgumentException for an output of an unknown class
   */
  public static <OUT> BroadcastOutput<OUT> createBroadcastOutput(
      Output<StreamRecord<OUT>> output, Counter recordsOut) {
    OutputReflectionContext reflection = new OutputReflectionContext();
    List<BroadcastOutput<OUT>> targets =
        branches(output, reflection).map(branch -> broadcast(branch, reflection)).toList();
    return new CountingBroadcastOutput<>(recordsOut, targets);
  }

  private static <OUT> Stream<Output<StreamRecord<OUT>>> branches(
      Output<StreamRecord<OUT>> output, OutputReflectionContext reflection) {
    Output<StreamRecord<OUT>> bare = unwrap(output);
    if (!reflection.isBroadcastingOutput(bare)) {
      return Stream.of(bare);
    }
    Output<StreamRecord<OUT>>[] branches = reflection.getBroadcastingInternalOutputs(bare);
    return Stream.of(branches).flatMap(branch -> branches(branch, reflection));
  }

  private static <OUT> Output<StreamRecord<OUT>> unwrap(Output<StreamRecord<OUT>> output) {
    Output<StreamRecord<OUT>> bare = output;
    while (bare instanceof CountingOutput<OUT>) {
      bare = ReflectionUtils.getFieldValue(bare, CountingOutput.class, "output");
    }
    return bare;
  }

  private static <OUT> BroadcastOutput<OUT> broadcast(
      Output<StreamRecord<OUT>> output, OutputReflectionContext reflection) {
    if (reflection.isChainingOutput(output)) {
      return new ChainingBroadcastOutput<>(output, reflection.getChainingOutputTag(output));
    }
    if (reflection.isRecordWriterOutput(output)) {
      RecordWriter<SerializationDelegate<StreamElement>> writer =
          reflection.getRecordWriter(output);
      BroadcastOutput<OUT> toNetwork =
          new RecordWriterBroadcastOutput<>(
              writer, reflection.getRecordWriterTypeSerializer(output));
      return element -> {
        toNetwork.broadcastEmit(element);
        writer.flushAll();
      };
    }
    throw new IllegalArgumentException(
        "Cannot broadcast through an output of class " + output.getClass().getName());
  }
}
