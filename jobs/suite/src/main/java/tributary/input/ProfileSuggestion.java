package tributary.input;

import java.util.List;
import java.util.Optional;
import tributary.config.UserError;
import tributary.script.SqlLibrary;

/** Finds the shipped profile that a file may have been meant for. */
final class ProfileSuggestion {
  private ProfileSuggestion() {}

  /** The first other profile whose transactions table finds all its columns in this header. */
  static Optional<String> of(SqlLibrary library, String used, List<String> columns) {
    return ProfileFile.names(library).stream()
        .filter(name -> !name.equals(used) && fits(ProfileFile.read(library, name), columns))
        .findFirst();
  }

  private static boolean fits(ProfileFile profile, List<String> columns) {
    FileTable table = profile.tables().get(0);
    try {
      Header.places(table.columns(), columns);
      return table.options().hasHeader();
    } catch (UserError e) {
      return false;
    }
  }
}
