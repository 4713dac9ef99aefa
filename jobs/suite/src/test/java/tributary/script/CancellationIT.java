package tributary.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.common.JobExecutionResult;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.JobListener;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Jobs that would go on for hours, on a real mini cluster. */
@Timeout(120)
class CancellationIT {
  private static final String ROWS =
      """
      CREATE TEMPORARY TABLE slow_rows (n INT) WITH (
        'connector' = 'datagen', 'number-of-rows' = '100000', 'rows-per-second' = '1');
      """;
  private static final String TARGET =
      "CREATE TEMPORARY TABLE nowhere (n INT) WITH ('connector' = 'blackhole');\n";

  private static Engine engine;
  private final List<JobClient> jobs = new ArrayList<>();
  private final CompletableFuture<JobClient> submitted = new CompletableFuture<>();
  private SqlSession session;

  @BeforeAll
  static void startEngine() {
    engine = Engine.local(1);
  }

  @AfterAll
  static void stopEngine() {
    engine.close();
  }

  @BeforeEach
  void openSession() {
    session = engine.batch();
    session.run("tables", script(ROWS + TARGET));
    session.environment().registerJobListener(new Submissions());
  }

  @AfterEach
  void forgetTheInterrupt() {
    Thread.interrupted();
  }

  @Test
  void cancelsTheJobThatIsWaitedFor() {
    interruptThisThreadOnceSubmitted();
    assertThatThrownBy(() -> session.run("slow", script("INSERT INTO nowhere TABLE slow_rows;")))
        .isInstanceOf(JobFailedException.class)
        .hasRootCauseInstanceOf(InterruptedException.class);
    assertCancelledAndInterrupted();
  }

  @Test
  void leavesNoJobOfOneWhoWasInterruptedBefore() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> session.run("slow", script("INSERT INTO nowhere TABLE slow_rows;")))
        .isInstanceOf(JobFailedException.class);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(jobs).allMatch(job -> job.getJobStatus().join() == JobStatus.CANCELED);
  }

  @Test
  void cancelsTheQueryWhoseRowsAreWaitedFor() {
    interruptThisThreadOnceSubmitted();
    assertThatThrownBy(() -> session.query("slow", script("SELECT n FROM slow_rows;")))
        .isInstanceOf(JobFailedException.class)
        .hasRootCauseInstanceOf(InterruptedException.class);
    assertCancelledAndInterrupted();
  }

  @Test
  void cancelsTheQueryWhoseRowsNobodyWantsAnyMore() throws Exception {
    try (CloseableIterator<Row> rows =
        session.read("slow", session.tables().executeSql("SELECT n FROM slow_rows"))) {
      assertThat(rows.hasNext()).isTrue();
    }
    assertThat(status()).isEqualTo(JobStatus.CANCELED);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void lateClosingLeavesAQueryThatIsDoneAlone() throws Exception {
    List<Integer> numbers = new ArrayList<>();
    try (CloseableIterator<Row> rows =
        session.read(
            "quick", session.tables().executeSql("SELECT * FROM (VALUES (1), (2)) t(n)"))) {
      rows.forEachRemaining(row -> numbers.add(row.getFieldAs("n")));
    }
    assertThat(numbers).containsExactly(1, 2);
    assertThat(status()).isEqualTo(JobStatus.FINISHED);
  }

  private static Script script(String text) {
    return Script.parse("slow.sql", text);
  }

  private void interruptThisThreadOnceSubmitted() {
    Thread waiting = Thread.currentThread();
    Thread user =
        new Thread(
            () -> {
              submitted.join();
              while (waiting.getState() == Thread.State.RUNNABLE) {
                Thread.onSpinWait();
              }
              waiting.interrupt();
            });
    user.setDaemon(true);
    user.start();
  }

  private void assertCancelledAndInterrupted() {
    assertThat(Thread.interrupted()).isTrue();
    assertThat(status()).isEqualTo(JobStatus.CANCELED);
  }

  private JobStatus status() {
    assertThat(jobs).hasSize(1);
    return jobs.get(0).getJobStatus().join();
  }

  private final class Submissions implements JobListener {
    @Override
    public void onJobSubmitted(JobClient job, Throwable failure) {
      jobs.add(job);
      submitted.complete(job);
    }

    @Override
    public void onJobExecuted(JobExecutionResult result, Throwable failure) {}
  }
}
