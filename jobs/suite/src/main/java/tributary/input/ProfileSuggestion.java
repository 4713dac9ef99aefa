package tributary.input;

import java.util.List;
import java.util.Optional;
import tributary.script.SqlLibrary;

/** Finds the shipped profile that a file may have been meant for. */
final class ProfileSuggestion {
  private ProfileSuggestion() {}

  /** The first other profile of which a table of input lines finds all its columns here. */
  static Optional<String> of(SqlLibrary library, String used, List<String> columns) {
    return ProfileFile.names(library).stream()
        .filter(name -> !name.equals(used) && fits(ProfileFile.read(library, name), columns))
        .findFirst();
  }

  private static boolean fits(ProfileFile profile, List<String> columns) {
    return profile.parts().stream()
        .map(ProfilePart::input)
        .anyMatch(table -> table.options().namesColumns() && Header.fits(table.columns(), columns));
  }
}
