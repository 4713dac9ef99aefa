package tributary.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.core.execution.JobClient;
import org.junit.jupiter.api.Test;

class SubmitterTest {
  @Test
  void waitsForASubmissionInSpiteOfAnInterrupt() throws Exception {
    CompletableFuture<JobClient> onItsWay =
        new CompletableFuture<JobClient>().completeOnTimeout(null, 200, TimeUnit.MILLISECONDS);
    Submitter submitter =
        new Submitter("somewhere", (pipeline, configuration, classLoader) -> onItsWay);
    Configuration configuration = new Configuration();
    Thread.currentThread().interrupt();
    CompletableFuture<JobClient> job =
        submitter.getExecutor(configuration).execute(null, configuration, null);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(job).isDone();
  }
}
