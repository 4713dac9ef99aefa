package tributary.script;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.ReadableConfig;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job that was submitted: who is interrupted while waiting for it does not leave it behind. */
final class RunningJob {
  private static final Logger LOG = LoggerFactory.getLogger(RunningJob.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final String name;
  private final JobClient client;
  private final ReadableConfig cluster;
  private final Duration patience;

  /**
   * @param cluster says where jobs are submitted to, if to another process
   */
  RunningJob(String name, JobClient client, ReadableConfig cluster) {
    this(name, client, cluster, PATIENCE);
  }

  RunningJob(String name, JobClient client, ReadableConfig cluster, Duration patience) {
    this.name = requireNonNull(name, "name is null");
    this.client = requireNonNull(client, "client is null");
    this.cluster = requireNonNull(cluster, "cluster is null");
    this.patience = requireNonNull(patience, "patience is null");
  }

  String name() {
    return name;
  }

  /**
   * Waits for the job's end; an interrupt cancels it, and stays set.
   *
   * @return its accumulators by name
   * @throws UncancelledJobException when it was to be cancelled, and goes on
   */
  Map<String, Object> await() {
    try {
      return client.getJobExecutionResult().get().getAllAccumulatorResults();
    } catch (InterruptedException e) {
      throw cancelled(e);
    } catch (ExecutionException e) {
      throw JobFailedException.of(name, e);
    }
  }

  /** Cancels the job for a thread that was interrupted, and says what to throw then. */
  JobFailedException cancelled(InterruptedException interrupt) {
    try {
      cancel();
    } finally {
      Thread.currentThread().interrupt();
    }
    return new JobFailedException(name, interrupt);
  }

  /**
   * Cancels the job and waits until it has ended, for half a minute at most.
   *
   * @throws UncancelledJobException when it has not by then
   */
  void cancel() {
    client
        .cancel()
        .exceptionally(
            failure -> {
              LOG.info("Job {} could not be cancelled, or had just ended", name, failure);
              return null;
            });
    if (!hasEnded()) {
      throw new UncancelledJobException(
          "Cannot cancel job %s (%s): it did not end within %s seconds; %s"
              .formatted(name, client.getJobID(), patience.toSeconds(), remedy()));
    }
  }

  private boolean hasEnded() {
    return client
        .getJobExecutionResult()
        .handle((result, failure) -> result)
        .thenCompose(result -> client.getJobStatus())
        .thenApply(JobStatus::isGloballyTerminalState)
        .completeOnTimeout(false, patience.toMillis(), TimeUnit.MILLISECONDS)
        .exceptionally(failure -> false)
        .join();
  }

  private String remedy() {
    return cluster
        .getOptional(RestOptions.ADDRESS)
        .map(
            host ->
                "cancel it with flink cancel -m %s:%s %s"
                    .formatted(host, cluster.get(RestOptions.PORT), client.getJobID()))
        .orElse("it ends with this process");
  }
}
