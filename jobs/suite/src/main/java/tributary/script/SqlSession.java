package tributary.script;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.flink.configuration.ConfigOption;
import org.apache.flink.configuration.ConfigOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.apache.flink.table.api.DataTypes;
import org.apache.flink.table.api.StatementSet;
import org.apache.flink.table.api.Table;
import org.apache.flink.table.api.TableConfig;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.table.api.bridge.java.StreamStatementSet;
import org.apache.flink.table.api.bridge.java.StreamTableEnvironment;
import org.apache.flink.table.api.config.AggregatePhaseStrategy;
import org.apache.flink.table.api.config.OptimizerConfigOptions;
import org.apache.flink.table.data.RowData;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.apache.flink.util.ExceptionUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tributary.script.Script.Statement;

/** Runs scripts: definitions at once, all inserts of a call as one job. Not for several threads. */
public final class SqlSession {
  private static final Logger LOG = LoggerFactory.getLogger(SqlSession.class);

  private static final ConfigOption<Boolean> VIEWS_ARE_SHARED =
      ConfigOptions.key("table.optimizer.reuse-optimize-block-with-digest-enabled")
          .booleanType()
          .defaultValue(false);

  private final StreamExecutionEnvironment environment;
  private final StreamTableEnvironment tables;
  private final Set<String> given = new HashSet<>();

  SqlSession(StreamExecutionEnvironment environment, StreamTableEnvironment tables) {
    this.environment = requireNonNull(environment, "environment is null");
    this.tables = requireNonNull(tables, "tables is null");
  }

  /** For jobs that read by other means than SQL. */
  public StreamExecutionEnvironment environment() {
    return environment;
  }

  /** For jobs that are functions from tables to tables. */
  public StreamTableEnvironment tables() {
    return tables;
  }

  /**
   * Runs the definitions of scripts in order, then all their inserts as one job, and waits. The
   * views that they read are defined before, but for those that it has been given, and forgotten
   * after.
   *
   * @return the job's accumulators by name
   */
  public Map<String, Object> run(String jobName, Script... scripts) {
    return reading(List.of(scripts), () -> runAll(jobName, scripts));
  }

  private Map<String, Object> runAll(String jobName, Script... scripts) {
    StreamStatementSet inserts = tables.createStatementSet();
    int count = 0;
    for (Script script : scripts) {
      for (Statement statement : script.statements()) {
        if (isInsert(statement)) {
          insert(inserts, script, statement);
          count++;
        } else {
          executeSql(script, statement);
        }
      }
    }
    return count == 0 ? Map.of() : execute(jobName, inserts);
  }

  /**
   * As {@link #run}, but what several inserts read, such as a view, is planned and computed once. A
   * table that several read is then read once too, with all its columns and rows.
   */
  public Map<String, Object> runShared(String jobName, Script... scripts) {
    tables.getConfig().set(VIEWS_ARE_SHARED, true);
    try {
      return run(jobName, scripts);
    } finally {
      tables.getConfig().set(VIEWS_ARE_SHARED, false);
    }
  }

  private Map<String, Object> execute(String jobName, StatementSet inserts) {
    tables.getConfig().set("pipeline.name", jobName);
    long begun = System.nanoTime();
    TableResult submitted = submitted(jobName, inserts);
    long planned = System.nanoTime();
    Map<String, Object> accumulators = await(jobName, submitted);
    log(jobName, begun, planned);
    return accumulators;
  }

  private static TableResult submitted(String jobName, StatementSet inserts) {
    try {
      return inserts.execute();
    } catch (RuntimeException e) {
      throw failed(jobName, e);
    }
  }

  /** Who was interrupted while Flink planned a job is so still, which Flink forgets. */
  private static RuntimeException failed(String what, RuntimeException cause) {
    if (ExceptionUtils.findThrowable(cause, InterruptedException.class).isPresent()) {
      Thread.currentThread().interrupt();
    }
    return JobFailedException.of(what, cause);
  }

  /**
   * Waits for the job of a statement that was executed; who is interrupted meanwhile cancels it.
   *
   * @return the job's accumulators by name
   * @throws UncancelledJobException when it goes on in spite of that
   */
  public Map<String, Object> await(String jobName, TableResult submitted) {
    return job(jobName, submitted).map(RunningJob::await).orElse(Map.of());
  }

  /**
   * The rows of a statement that was executed, while its job runs. Closing them before the last one
   * cancels the job, as does an interrupt of who waits for one.
   */
  public CloseableIterator<Row> read(String jobName, TableResult submitted) {
    Optional<RunningJob> job = job(jobName, submitted);
    return job.isPresent() ? new ResultRows(submitted, job.get()) : submitted.collect();
  }

  private Optional<RunningJob> job(String jobName, TableResult submitted) {
    return submitted
        .getJobClient()
        .map(client -> new RunningJob(jobName, client, environment.getConfiguration()));
  }

  /** Puts a table in the place of a temporary view; the session's jobs read it from then on. */
  public void define(String view, Table table) {
    tables.dropTemporaryView(view);
    tables.createTemporaryView(view, table);
    given.add(view);
  }

  /** Takes back what was put in the place of a view, and lets go of its rows. */
  public void forget(String view) {
    tables.dropTemporaryView(view);
    given.remove(view);
  }

  /**
   * Makes a temporary view of a script of one SELECT, which a job computes once however often it
   * reads it; other views are planned, and their tables read, anew by every reader.
   */
  public void computeOnce(String view, Script select) {
    reading(
        List.of(select),
        () -> {
          define(view, tables.fromDataStream(rows(table(select))));
          return view;
        });
  }

  /**
   * The same, without aggregates before rows are exchanged: for rows that were added up already,
   * each of those would be an operator for nothing.
   */
  public void computeOnceInOnePhase(String view, Script select) {
    TableConfig config = tables.getConfig();
    config.set(
        OptimizerConfigOptions.TABLE_OPTIMIZER_AGG_PHASE_STRATEGY,
        AggregatePhaseStrategy.ONE_PHASE);
    try {
      computeOnce(view, select);
    } finally {
      config.set(
          OptimizerConfigOptions.TABLE_OPTIMIZER_AGG_PHASE_STRATEGY, AggregatePhaseStrategy.AUTO);
    }
  }

  /**
   * What a job makes of the rows of a script of one SELECT; the views that it reads are forgotten
   * after. The table itself was resolved before, but who reads it as another kind of rows has to do
   * so while it is used.
   */
  public <T> T from(Script select, Function<Table, T> use) {
    return reading(List.of(select), () -> use.apply(table(select)));
  }

  /** The rows of a script of one SELECT, for jobs that go on with them. */
  public Table table(Script script) {
    Statement select = script.only();
    try {
      return tables.sqlQuery(select.text());
    } catch (RuntimeException e) {
      throw invalid(script, select, e);
    }
  }

  /**
   * The rows of a table as Flink holds them. Any of their values may be null to who goes on with
   * them: to check that none is would be an operator of its own.
   */
  public DataStream<RowData> rows(Table table) {
    List<DataTypes.Field> fields =
        table.getResolvedSchema().getColumns().stream()
            .map(column -> DataTypes.FIELD(column.getName(), column.getDataType().nullable()))
            .toList();
    return tables.toDataStream(table, DataTypes.ROW(fields).notNull().bridgedTo(RowData.class));
  }

  /** Runs a script of one SELECT, and returns its rows; for small results. */
  public List<Row> query(String jobName, Script script) {
    List<Row> rows = new ArrayList<>();
    query(jobName, script, rows::add);
    return rows;
  }

  /** Runs a script of one SELECT, and hands over each row when it is there. */
  public void query(String jobName, Script script, Consumer<Row> consumer) {
    tables.getConfig().set("pipeline.name", jobName);
    long begun = System.nanoTime();
    TableResult submitted = reading(List.of(script), () -> executeSql(script, script.only()));
    long planned = System.nanoTime();
    try (CloseableIterator<Row> found = read(jobName, submitted)) {
      found.forEachRemaining(consumer);
      log(jobName, begun, planned);
    } catch (JobFailedException e) {
      throw e;
    } catch (Exception e) {
      throw JobFailedException.of(jobName, e);
    }
  }

  /** Does something while the views that scripts read are defined. */
  private <T> T reading(List<Script> scripts, Supplier<T> action) {
    ScriptViews views = new ScriptViews(tables, given);
    try {
      for (Script script : scripts) {
        views.missing(script).forEach(each -> executeSql(each, each.only()));
      }
      return action.get();
    } finally {
      views.forget();
    }
  }

  private TableResult executeSql(Script script, Statement statement) {
    try {
      return tables.executeSql(statement.text());
    } catch (RuntimeException e) {
      throw invalid(script, statement, e);
    }
  }

  private static void insert(StreamStatementSet inserts, Script script, Statement statement) {
    try {
      inserts.addInsertSql(statement.text());
    } catch (RuntimeException e) {
      throw invalid(script, statement, e);
    }
  }

  private static RuntimeException invalid(
      Script script, Statement statement, RuntimeException cause) {
    return failed("%s, line %s".formatted(script.name(), statement.line()), cause);
  }

  private static void log(String jobName, long begun, long planned) {
    LOG.info(
        "Job {}: planned in {} ms, ran for {} ms",
        jobName,
        TimeUnit.NANOSECONDS.toMillis(planned - begun),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - planned));
  }

  private static boolean isInsert(Statement statement) {
    return statement.text().toUpperCase(Locale.ROOT).startsWith("INSERT");
  }
}
