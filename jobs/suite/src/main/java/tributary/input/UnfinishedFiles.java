package tributary.input;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Knows files that are no deliveries by their names: locks, and copies that are under way. */
final class UnfinishedFiles {
  private static final Set<String> ENDINGS =
      Set.of("crdownload", "download", "filepart", "part", "partial", "tmp");

  private UnfinishedFiles() {}

  /** Why a file of this name is not read. */
  static Optional<String> reason(String fileName) {
    if (isLock(fileName)) {
      return Optional.of("it is a lock, of a file that a program has open");
    }
    String ending = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending) && !ending.equals(fileName)
        ? Optional.of(
            "its name ends with .%s, as of a copy that is under way; rename it if it is whole"
                .formatted(ending))
        : Optional.empty();
  }

  /** Of Excel, or of LibreOffice. */
  static boolean isLock(String fileName) {
    return fileName.startsWith("~$") || fileName.matches("\\.~lock\\..*#");
  }
}
