package tributary.script;

import static java.util.Objects.requireNonNull;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Submits the jobs of an environment. Whoever is interrupted meanwhile still gets hold of the job,
 * and can cancel it: Flink's environment would let go of one that is on its way to the cluster.
 */
final class Submitter implements PipelineExecutorServiceLoader, PipelineExecutorFactory {
  private static final int PATIENCE_SECONDS = 30;

  private final String target;
  private final PipelineExecutor executor;

  /**
   * @param target the name of what jobs are submitted to, as {@code execution.target} has it
   */
  Submitter(String target, PipelineExecutor executor) {
    this.target = requireNonNull(target, "target is null");
    this.executor = requireNonNull(executor, "executor is null");
  }

  StreamExecutionEnvironment environment(Configuration configuration) {
    configuration.set(DeploymentOptions.TARGET, target);
    ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
    return new StreamExecutionEnvironment(this, configuration, classLoader);
  }

  @Override
  public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
    return this;
  }

  @Override
  public Stream<String> getExecutorNames() {
    return Stream.of(target);
  }

  @Override
  public String getName() {
    return target;
  }

  @Override
  public boolean isCompatibleWith(Configuration configuration) {
    return true;
  }

  @Override
  public PipelineExecutor getExecutor(Configuration configuration) {
    return this::submit;
  }

  /** Waits: a future that is complete is not left for an interrupt. */
  private CompletableFuture<JobClient> submit(
      Pipeline pipeline, Configuration configuration, ClassLoader classLoader) throws Exception {
    CompletableFuture<JobClient> job = executor.execute(pipeline, configuration, classLoader);
    CompletableFuture<Boolean> submission = job.handle((client, failure) -> true);
    try {
      submission.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      if (!submission.completeOnTimeout(false, PATIENCE_SECONDS, TimeUnit.SECONDS).join()) {
        throw new UncancelledJobException(
            "Cannot cancel a job that is being submitted: the cluster did not answer within %s seconds; look on it for a job of this command"
                .formatted(PATIENCE_SECONDS));
      }
    }
    return job;
  }
}
