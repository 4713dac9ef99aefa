package tributary.script;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.flink.api.common.RuntimeExecutionMode;
import org.apache.flink.client.deployment.executors.RemoteExecutor;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions;
import org.apache.flink.configuration.NettyShuffleEnvironmentOptions.CompressionCodec;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.EnvironmentSettings;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.ExecutionConfigOptions;
import org.apache.flink.table.api.config.OptimizerConfigOptions;
import org.apache.flink.table.api.config.TableConfigOptions;
import org.apache.flink.table.catalog.Catalog;

/**
 * Where jobs run. A process has one engine: its own mini cluster, kept for all its jobs; or a
 * remote session cluster; or whatever {@code flink run} prepared.
 */
public final class Engine implements AutoCloseable {
  /** The catalog whose tables SQL names without a catalog. */
  public static final String CURRENT_CATALOG = "lake";

  private final Target target;
  private final int parallelism;
  private final Consumer<StreamTableEnvironment> preparation;

  private Engine(Target target, int parallelism, Consumer<StreamTableEnvironment> preparation) {
    this.target = target;
    this.parallelism = parallelism;
    this.preparation = preparation;
  }

  private Engine(Target target, int parallelism) {
    this(target, parallelism, tables -> {});
  }

  /** The same engine, whose sessions begin with a preparation such as registering functions. */
  public Engine preparing(Consumer<StreamTableEnvironment> preparation) {
    return new Engine(target, parallelism, preparation);
  }

  /** Makes the execution environment of one session, and owns what it runs on. */
  private interface Target extends AutoCloseable {
    StreamExecutionEnvironment environment(Configuration configuration);

    @Override
    default void close() {}
  }

  /** A mini cluster in this process, started with the first session. */
  public static Engine local(int parallelism) {
    LocalCluster cluster = new LocalCluster(parallelism);
    return new Engine(
        new Target() {
          @Override
          public StreamExecutionEnvironment environment(Configuration configuration) {
            return cluster.environment(configuration);
          }

          @Override
          public void close() {
            cluster.close();
          }
        },
        parallelism);
  }

  /**
   * A session cluster.
   *
   * @param jobJar the shaded jar, shipped with every job
   */
  public static Engine remote(String host, int port, Path jobJar, int parallelism) {
    requireNonNull(jobJar, "jobJar is null");
    Submitter submitter = new Submitter(RemoteExecutor.NAME, new RemoteExecutor());
    return new Engine(
        configuration -> {
          configuration.set(DeploymentOptions.ATTACHED, true);
          configuration.set(RestOptions.ADDRESS, host);
          configuration.set(RestOptions.PORT, port);
          configuration.set(PipelineOptions.JARS, List.of(jobJar.toUri().toString()));
          return submitter.environment(configuration);
        },
        parallelism);
  }

  /** The environment that {@code flink run} prepared for this process. */
  public static Engine submitted(int parallelism) {
    return new Engine(StreamExecutionEnvironment::getExecutionEnvironment, parallelism);
  }

  /**
   * A session for bounded SQL.
   *
   * @param catalogs what the session knows, by name; one is {@link #CURRENT_CATALOG}
   */
  public SqlSession batch(Map<String, Catalog> catalogs) {
    return session(catalogs, RuntimeExecutionMode.BATCH, parallelism);
  }

  /** A session for bounded SQL that knows no catalog but Flink's own. */
  public SqlSession batch() {
    return session(Map.of(), RuntimeExecutionMode.BATCH, parallelism);
  }

  /**
   * A session in streaming mode on bounded input, which Flink ML's iterations need: no checkpoints,
   * and parallelism 1, at which its results repeat.
   */
  public SqlSession streaming(Map<String, Catalog> catalogs) {
    return session(catalogs, RuntimeExecutionMode.STREAMING, 1);
  }

  // The successor takes a descriptor for a factory; the lake's catalog is an instance, for it knows
  // the run's branches.
  @SuppressWarnings("deprecation")
  private SqlSession session(
      Map<String, Catalog> catalogs, RuntimeExecutionMode mode, int parallelism) {
    StreamExecutionEnvironment environment = target.environment(configuration(mode, parallelism));
    EnvironmentSettings settings =
        mode == RuntimeExecutionMode.BATCH
            ? EnvironmentSettings.inBatchMode()
            : EnvironmentSettings.inStreamingMode();
    StreamTableEnvironment tables = StreamTableEnvironment.create(environment, settings);
    catalogs.forEach(tables::registerCatalog);
    if (!catalogs.isEmpty()) {
      tables.useCatalog(CURRENT_CATALOG);
    }
    preparation.accept(tables);
    return new SqlSession(environment, tables);
  }

  private static Configuration configuration(RuntimeExecutionMode mode, int parallelism) {
    Configuration configuration = new Configuration();
    configuration.set(ExecutionOptions.RUNTIME_MODE, mode);
    configuration.set(CoreOptions.DEFAULT_PARALLELISM, parallelism);
    configuration.set(ExecutionConfigOptions.TABLE_EXEC_RESOURCE_DEFAULT_PARALLELISM, parallelism);
    configuration.set(PipelineOptions.OBJECT_REUSE, true);
    // Audits, of many small joins, were slower to plan and to run with joins fused into one.
    configuration.set(OptimizerConfigOptions.TABLE_OPTIMIZER_MULTIPLE_INPUT_ENABLED, false);
    configuration.set(TableConfigOptions.LOCAL_TIME_ZONE, "UTC");
    configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
    return configuration;
  }

  static Configuration clusterConfiguration() {
    Configuration configuration = new Configuration();
    configuration.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ofMebiBytes(512));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.ofMebiBytes(128));
    configuration.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.ofMebiBytes(128));
    // What a job of one process hands on stays on its own disk cache.
    configuration.set(
        NettyShuffleEnvironmentOptions.SHUFFLE_COMPRESSION_CODEC, CompressionCodec.NONE);
    configuration.set(RestOptions.BIND_PORT, "0");
    configuration.set(RestOptions.BIND_ADDRESS, "127.0.0.1");
    return configuration;
  }

  @Override
  public void close() {
    target.close();
  }
}
