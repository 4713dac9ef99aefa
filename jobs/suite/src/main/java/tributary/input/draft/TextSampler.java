package tributary.input.draft;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tributary.config.UserError;
import tributary.input.FileSamples;
import tributary.input.InputFile;

/**
 * Reads a text once from beginning to end and keeps, in bounded memory, what it begins with, a part
 * from its middle and what it ends with.
 */
final class TextSampler {
  private static final int CHUNK = 1 << 16;
  private static final int CHUNKS_AT_THE_END = 3;

  private final int budget;

  /**
   * @param budget bytes to keep of the beginning
   */
  TextSampler(int budget) {
    this.budget = budget;
  }

  /**
   * @throws UserError naming the file, when it is empty or cannot be read
   */
  TextSample sample(InputFile file) {
    try (InputStream in = FileSamples.text(file)) {
      return sample(file, in);
    } catch (IOException e) {
      throw new UserError("Cannot read %s: %s".formatted(file.name(), e.getMessage()), e);
    }
  }

  private TextSample sample(InputFile file, InputStream in) throws IOException {
    ByteCensus census = new ByteCensus();
    ByteArrayOutputStream first = new ByteArrayOutputStream();
    List<byte[]> last = new ArrayList<>();
    byte[] middle = new byte[0];
    long offset = 0;
    long middleAt = 0;
    long nextMiddle = 2L * budget;
    while (true) {
      byte[] chunk = in.readNBytes(CHUNK);
      if (chunk.length == 0) {
        break;
      }
      census.add(chunk, chunk.length);
      if (offset < budget) {
        first.write(chunk);
      } else {
        last.add(chunk);
        if (last.size() > CHUNKS_AT_THE_END) {
          last.remove(0);
        }
        if (offset >= nextMiddle) {
          middle = chunk;
          middleAt = offset;
          nextMiddle = 2 * offset;
        }
      }
      offset += chunk.length;
    }
    if (offset == 0) {
      throw new UserError(
          "Cannot draft a profile for %s: it is empty; name a file with rows"
              .formatted(file.name()));
    }
    Finding encoding = census.encoding();
    Charset charset = Charset.forName(encoding.answer().split(",")[0]);
    boolean isWhole = last.isEmpty();
    List<List<String>> further = new ArrayList<>();
    boolean isBeforeTheEnd = middleAt + (CHUNKS_AT_THE_END + 1L) * CHUNK < offset;
    if (middle.length > 0 && isBeforeTheEnd) {
      further.add(inner(lines(middle, charset), true));
    }
    if (!isWhole) {
      further.add(inner(lines(joined(last), charset), false));
    }
    List<String> beginning = lines(first.toByteArray(), charset);
    return new TextSample(
        encoding.answer(),
        encoding,
        isWhole ? beginning : beginning.subList(0, beginning.size() - 1),
        further,
        isWhole,
        !new String(isWhole ? first.toByteArray() : joined(last), charset).endsWith("\n"));
  }

  /** Without the first line, and if it does not end the text without the last, which may be cut. */
  private static List<String> inner(List<String> lines, boolean withoutLast) {
    int end = withoutLast ? lines.size() - 1 : lines.size();
    return lines.size() < 3 ? List.of() : lines.subList(1, end);
  }

  private static byte[] joined(List<byte[]> chunks) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    chunks.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static List<String> lines(byte[] bytes, Charset charset) {
    String text = new String(bytes, charset);
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1);
    } else if (charset.equals(StandardCharsets.UTF_8) && text.startsWith("\uFFFD")) {
      text = text.substring(text.indexOf('\n') + 1);
    }
    List<String> lines = new ArrayList<>(Arrays.asList(text.split("\r?\n|\r", -1)));
    if (lines.get(lines.size() - 1).isEmpty()) {
      lines.remove(lines.size() - 1);
    }
    return lines;
  }
}
