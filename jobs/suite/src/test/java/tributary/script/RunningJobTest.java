package tributary.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunningJobTest {
  private final Cluster cluster = new Cluster();
  private final Configuration settings = new Configuration();

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void returnsTheAccumulators() {
    cluster.result.complete(new JobExecutionResult(cluster.id, 1, Map.of()));
    assertThat(job().await()).isEmpty();
  }

  @Test
  void saysHowToCancelAJobThatGoesOn() {
    settings.set(RestOptions.ADDRESS, "flink.example");
    settings.set(RestOptions.PORT, 8081);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> job().await())
        .isInstanceOf(UncancelledJobException.class)
        .hasMessage(
            "Cannot cancel job derive (%s): it did not end within 0 seconds; cancel it with flink cancel -m flink.example:8081 %s"
                .formatted(cluster.id, cluster.id));
    assertThat(Thread.currentThread().isInterrupted()).isTrue();
  }

  @Test
  void saysThatAJobOfThisProcessEndsWithIt() {
    assertThatThrownBy(() -> job().cancel()).hasMessageEndingWith("; it ends with this process");
  }

  @Test
  void leavesAJobThatEndsJustThenAsItIs() {
    cluster.cancelled.completeExceptionally(new IllegalStateException("it has just finished"));
    cluster.status = JobStatus.FINISHED;
    cluster.result.complete(new JobExecutionResult(cluster.id, 1, Map.of()));
    job().cancel();
  }

  @Test
  void takesALostConnectionForNoEnd() {
    cluster.result.completeExceptionally(new IllegalStateException("connection refused"));
    assertThatThrownBy(() -> job().cancel()).isInstanceOf(UncancelledJobException.class);
  }

  private RunningJob job() {
    return new RunningJob("derive", cluster, settings, Duration.ofMillis(20));
  }

  /** A cluster that does as the test says. */
  private static final class Cluster implements JobClient {
    private final JobID id = new JobID();
    private final CompletableFuture<JobExecutionResult> result = new CompletableFuture<>();
    private final CompletableFuture<Void> cancelled = new CompletableFuture<>();
    private JobStatus status = JobStatus.RUNNING;

    @Override
    public JobID getJobID() {
      return id;
    }

    @Override
    public CompletableFuture<JobStatus> getJobStatus() {
      return CompletableFuture.completedFuture(status);
    }

    @Override
    public CompletableFuture<Void> cancel() {
      return cancelled;
    }

    @Override
    public CompletableFuture<String> stopWithSavepoint(
        boolean advances, String directory, SavepointFormatType format) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<String> triggerSavepoint(
        String directory, SavepointFormatType format) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<Map<String, Object>> getAccumulators() {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletableFuture<JobExecutionResult> getJobExecutionResult() {
      return result;
    }
  }
}
