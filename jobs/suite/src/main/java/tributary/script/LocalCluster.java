package tributary.script;

import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.PipelineExecutor;
import org.apache.flink.core.execution.PipelineExecutorFactory;
import org.apache.flink.core.execution.PipelineExecutorServiceLoader;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * One mini cluster for all jobs of the process. Flink's own local target starts a new one for every
 * job, which costs about a second each.
 */
final class LocalCluster implements PipelineExecutorServiceLoader, PipelineExecutorFactory {
  private static final String NAME = "tributary-local";

  private final int parallelism;
  private MiniCluster cluster;

  LocalCluster(int parallelism) {
    this.parallelism = parallelism;
  }

  StreamExecutionEnvironment environment(Configuration configuration) {
    start();
    configuration.set(DeploymentOptions.TARGET, NAME);
    ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
    return new StreamExecutionEnvironment(this, configuration, classLoader);
  }

  private synchronized void start() {
    if (cluster != null) {
      return;
    }
    MiniClusterConfiguration settings =
        new MiniClusterConfiguration.Builder()
            .setConfiguration(Engine.clusterConfiguration())
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(2 * parallelism)
            .build();
    MiniCluster starting = new MiniCluster(settings);
    try {
      starting.start();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot start the local Flink cluster", e);
    }
    cluster = starting;
  }

  synchronized void close() {
    if (cluster != null) {
      cluster.closeAsync().join();
      cluster = null;
    }
  }

  @Override
  public PipelineExecutorFactory getExecutorFactory(Configuration configuration) {
    return this;
  }

  @Override
  public Stream<String> getExecutorNames() {
    return Stream.of(NAME);
  }

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public boolean isCompatibleWith(Configuration configuration) {
    return true;
  }

  @Override
  public PipelineExecutor getExecutor(Configuration configuration) {
    return this::submit;
  }

  private CompletableFuture<JobClient> submit(
      Pipeline pipeline, Configuration configuration, ClassLoader classLoader) throws Exception {
    JobGraph graph = PipelineExecutorUtils.getJobGraph(pipeline, configuration, classLoader);
    return cluster
        .submitJob(graph)
        .thenApply(
            submitted ->
                new MiniClusterJobClient(
                    submitted.getJobID(),
                    cluster,
                    classLoader,
                    MiniClusterJobClient.JobFinalizationBehavior.NOTHING));
  }
}
