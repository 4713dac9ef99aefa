package tributary.script;

import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.dag.Pipeline;
import org.apache.flink.client.deployment.executors.PipelineExecutorUtils;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.runtime.jobgraph.JobGraph;
import org.apache.flink.runtime.jobgraph.JobVertex;
import org.apache.flink.runtime.minicluster.MiniCluster;
import org.apache.flink.runtime.minicluster.MiniClusterConfiguration;
import org.apache.flink.runtime.minicluster.MiniClusterJobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One mini cluster for all jobs of the process. Flink's own local target starts a new one for every
 * job, which costs about a second each.
 */
final class LocalCluster {
  private static final Logger LOG = LoggerFactory.getLogger(LocalCluster.class);
  private static final String NAME = "tributary-local";

  private final int parallelism;
  private CompletableFuture<MiniCluster> cluster;
  private boolean isUsed;

  LocalCluster(int parallelism) {
    this.parallelism = parallelism;
  }

  /** Begins to start the cluster, which takes a second, while the caller plans its first job. */
  StreamExecutionEnvironment environment(Configuration configuration) {
    begin();
    return new Submitter(NAME, this::submit).environment(configuration);
  }

  private synchronized void begin() {
    if (cluster == null) {
      CompletableFuture<MiniCluster> starting = new CompletableFuture<>();
      Thread thread = new Thread(() -> start(starting), "start-cluster");
      thread.setDaemon(true);
      thread.start();
      cluster = starting;
    }
  }

  private void start(CompletableFuture<MiniCluster> starting) {
    MiniClusterConfiguration settings =
        new MiniClusterConfiguration.Builder()
            .setConfiguration(Engine.clusterConfiguration())
            .setNumTaskManagers(1)
            .setNumSlotsPerTaskManager(2 * parallelism)
            .build();
    MiniCluster started = new MiniCluster(settings);
    try {
      started.start();
      starting.complete(started);
    } catch (Exception e) {
      starting.completeExceptionally(
          new IllegalStateException("Cannot start the local Flink cluster", e));
    }
  }

  private synchronized MiniCluster started() {
    isUsed = true;
    return cluster.join();
  }

  /** Waits until a cluster that ran jobs is closed; one that never ran any closes by itself. */
  synchronized void close() {
    if (cluster != null) {
      CompletableFuture<Void> closed = cluster.thenCompose(MiniCluster::closeAsync);
      if (isUsed) {
        closed.join();
      }
      cluster = null;
    }
  }

  private CompletableFuture<JobClient> submit(
      Pipeline pipeline, Configuration configuration, ClassLoader classLoader) throws Exception {
    MiniCluster started = started();
    JobGraph graph = PipelineExecutorUtils.getJobGraph(pipeline, configuration, classLoader);
    LOG.info("Job {}: {} operators", graph.getName(), operators(graph));
    return started
        .submitJob(graph)
        .thenApply(
            submitted ->
                new MiniClusterJobClient(
                    submitted.getJobID(),
                    started,
                    classLoader,
                    MiniClusterJobClient.JobFinalizationBehavior.NOTHING));
  }

  /** Flink generates code for most of them, which costs 30 to 100 ms each however few rows come. */
  private static int operators(JobGraph graph) {
    int operators = 0;
    for (JobVertex vertex : graph.getVertices()) {
      operators += vertex.getOperatorIDs().size();
    }
    return operators;
  }
}
