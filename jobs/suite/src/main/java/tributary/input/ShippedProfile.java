package tributary.input;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tributary.script.SqlLibrary;

/**
 * A profile that comes with the software.
 *
 * @param name of the profile
 * @param text its SQL
 * @param columns that its table of input lines declares
 * @param timePatterns by which it reads times
 */
public record ShippedProfile(
    String name, String text, List<String> columns, List<String> timePatterns) {
  public ShippedProfile {
    requireNonNull(name, "name is null");
    requireNonNull(text, "text is null");
    columns = List.copyOf(columns);
    timePatterns = List.copyOf(timePatterns);
  }

  /** Of those that find all their columns among these, the one that uses most. */
  public static Optional<ShippedProfile> fitting(SqlLibrary library, List<String> columns) {
    return ProfileFile.names(library).stream()
        .map(name -> ProfileFile.read(library, name))
        .filter(profile -> profile.parts().size() == 1)
        .filter(profile -> profile.parts().get(0).input().options().namesColumns())
        .filter(profile -> Header.fits(profile.parts().get(0).input().columns(), columns))
        .map(profile -> of(library, profile))
        .max(Comparator.comparingInt(profile -> profile.columns().size()));
  }

  private static ShippedProfile of(SqlLibrary library, ProfileFile profile) {
    ProfilePart part = profile.parts().get(0);
    return new ShippedProfile(
        profile.name(),
        library.text(profile.file()),
        part.input().columns(),
        TimePatterns.of(part.select().text()));
  }
}
