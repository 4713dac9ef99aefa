package tributary.input.draft;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A drafted source profile.
 *
 * @param text the SQL of the profile
 * @param findings what it rests on, how sure that is, and why
 * @param rows how many were looked at
 */
public record ProfileDraft(String text, List<Finding> findings, int rows) {
  public ProfileDraft {
    requireNonNull(text, "text is null");
    findings = List.copyOf(findings);
  }
}
