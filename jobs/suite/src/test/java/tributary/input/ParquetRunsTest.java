package tributary.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.io.ParquetDecodingException;
import org.apache.parquet.io.api.Binary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetRunsTest {
  private static final int COUNT = 5_000;
  private static final int MOST = 256;

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 8, 9, 16, 17, 25, 31, 32})
  void areReadAsParquetWritesThem(int bits) throws IOException {
    int[] numbers = numbers(bits);
    ParquetRuns runs = new ParquetRuns(ByteBuffer.wrap(written(numbers, bits)), bits);
    assertThat(read(runs, numbers.length)).isEqualTo(numbers);
  }

  @Test
  void ofNoBitsAreZeros() {
    ParquetRuns runs = new ParquetRuns(ByteBuffer.wrap(new byte[] {20}), 0);
    assertThat(read(runs, 10)).containsOnly(0);
  }

  @Test
  void mayLackWhatTheLastEightNumbersDoNotNeed() throws IOException {
    int[] numbers = {1, 2, 3, 4, 5, 6, 7, 0, 1, 2};
    byte[] whole = written(numbers, 3);
    ParquetRuns runs = new ParquetRuns(ByteBuffer.wrap(whole, 0, whole.length - 2), 3);
    assertThat(read(runs, numbers.length)).isEqualTo(numbers);
  }

  @Test
  void areRefusedWhenTheyAreTooFew() throws IOException {
    int[] numbers = numbers(5);
    byte[] bytes = written(numbers, 5);
    assertThatThrownBy(
            () -> read(new ParquetRuns(ByteBuffer.wrap(bytes), 5), numbers.length + 1000))
        .isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> new ParquetRuns(ByteBuffer.wrap(bytes), 33))
        .isInstanceOf(ParquetDecodingException.class);
  }

  @Test
  void leaveATextOutsideItsPageAlone() {
    byte[] page = {2, 0, 0, 0, 'a', 'b', 2, 0, 0, 0, 'a', 'b', 3, 0, 0, 0, 'a', 'b', 'c', 'd'};
    ParquetPlainTexts texts = new ParquetPlainTexts(ByteBuffer.wrap(page, 0, page.length - 2));
    Binary first = texts.next();
    assertThat(first.toStringUsingUTF8()).isEqualTo("ab");
    assertThat(texts.next()).isSameAs(first);
    assertThatThrownBy(texts::next).isInstanceOf(ParquetDecodingException.class);
  }

  private static int[] read(ParquetRuns runs, int count) {
    Random random = new Random(count);
    int[] all = new int[count];
    int[] some = new int[MOST];
    int done = 0;
    while (done < count) {
      int size = Math.min(1 + random.nextInt(MOST), count - done);
      runs.read(some, size);
      System.arraycopy(some, 0, all, done, size);
      done += size;
    }
    return all;
  }

  private static int[] numbers(int bits) {
    Random random = new Random(bits);
    int[] numbers = new int[COUNT];
    int next = 0;
    while (next < COUNT) {
      int end = Math.min(COUNT, next + 1 + random.nextInt(40));
      if (random.nextBoolean()) {
        Arrays.fill(numbers, next, end, random.nextInt() >>> -bits);
      } else {
        for (int i = next; i < end; i++) {
          numbers[i] = random.nextInt() >>> -bits;
        }
      }
      next = end;
    }
    return numbers;
  }

  private static byte[] written(int[] numbers, int bits) throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(bits, 64, 1 << 20, new HeapByteBufferAllocator())) {
      for (int number : numbers) {
        encoder.writeInt(number);
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      encoder.toBytes().writeAllTo(bytes);
      return bytes.toByteArray();
    }
  }
}
