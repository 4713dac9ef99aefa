package tributary.app;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** The version that the job jar was built as. */
final class Version implements IVersionProvider {
  static String text() {
    String version = Version.class.getPackage().getImplementationVersion();
    return Objects.requireNonNullElse(version, "unpackaged");
  }

  @Override
  public String[] getVersion() {
    return new String[] {"tributary " + text()};
  }
}
