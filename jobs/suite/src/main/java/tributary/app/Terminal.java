package tributary.app;

import static java.util.Objects.requireNonNull;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What the user reads and writes.
 *
 * @param in the standard input
 * @param out results, and nothing else
 * @param err progress and messages
 * @param isInteractive whether somebody watches: neither input nor output is a file or a pipe
 * @param width columns of the screen, when somebody watches
 * @param interruption whether the user has asked to stop
 */
record Terminal(
    InputStream in,
    PrintStream out,
    PrintStream err,
    boolean isInteractive,
    int width,
    BooleanSupplier interruption) {
  private static final int USUAL_WIDTH = 80;

  Terminal {
    requireNonNull(in, "in is null");
    requireNonNull(out, "out is null");
    requireNonNull(err, "err is null");
    requireNonNull(interruption, "interruption is null");
  }

  /** The process's own; everything is UTF-8. */
  static Terminal ofProcess(Interruption interruption) {
    boolean isInteractive = System.console() != null;
    return new Terminal(
        System.in,
        stream(FileDescriptor.out, false),
        stream(FileDescriptor.err, true),
        isInteractive,
        isInteractive ? screenWidth().orElse(USUAL_WIDTH) : USUAL_WIDTH,
        interruption::hasCome);
  }

  boolean isInterrupted() {
    return interruption.getAsBoolean();
  }

  private static PrintStream stream(FileDescriptor descriptor, boolean flushesLines) {
    return new PrintStream(
        new BufferedOutputStream(new FileOutputStream(descriptor)),
        flushesLines,
        StandardCharsets.UTF_8);
  }

  /** Of the terminal that is the standard input, as {@code stty} knows it. */
  private static Optional<Integer> screenWidth() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return size.matches("\\d+ [1-9]\\d*\\s*")
          ? Optional.of(Integer.valueOf(size.strip().split(" ")[1]))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
