package tributary.script;

import static java.util.Objects.requireNonNull;

import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.flink.table.api.TableResult;
import org.apache.flink.types.Row;
import org.apache.flink.util.CloseableIterator;

/**
 * The rows of a query's job, read by a thread of their own that nobody interrupts: Flink's reader,
 * when interrupted, goes on and forgets that it was. Whoever waits here for a row can be.
 */
final class ResultRows implements CloseableIterator<Row> {
  private static final int WAITING_ROWS = 1000;

  private final RunningJob job;
  private final BlockingQueue<Optional<Row>> rows = new ArrayBlockingQueue<>(WAITING_ROWS);
  private volatile Throwable failure;
  private volatile boolean isClosed;
  private Optional<Row> next;

  ResultRows(TableResult result, RunningJob job) {
    this.job = requireNonNull(job, "job is null");
    Thread reader = new Thread(() -> read(result), "result-rows");
    reader.setDaemon(true);
    reader.start();
  }

  private void read(TableResult result) {
    try (CloseableIterator<Row> found = result.collect()) {
      while (!isClosed && found.hasNext()) {
        rows.put(Optional.of(found.next()));
      }
    } catch (Throwable e) {
      failure = e;
    }
    end();
  }

  private void end() {
    try {
      rows.put(Optional.empty());
    } catch (InterruptedException e) {
      throw new IllegalStateException("Cannot end the rows of " + job.name(), e);
    }
  }

  /**
   * @throws JobFailedException when the job failed; or when this thread is interrupted, which
   *     cancels the job
   */
  @Override
  public boolean hasNext() {
    if (next == null) {
      next = take();
    }
    if (next.isEmpty() && failure != null) {
      throw JobFailedException.of(job.name(), failure);
    }
    return next.isPresent();
  }

  private Optional<Row> take() {
    try {
      return rows.take();
    } catch (InterruptedException e) {
      stopReading();
      throw job.cancelled(e);
    }
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    Row row = next.orElseThrow();
    next = null;
    return row;
  }

  @Override
  public void close() {
    boolean hasEnded = isClosed || (next != null && next.isEmpty());
    if (!hasEnded) {
      stopReading();
      job.cancel();
    }
  }

  /** Lets the reader put a row that it holds, and the end, for nobody. */
  private void stopReading() {
    isClosed = true;
    rows.clear();
  }
}
