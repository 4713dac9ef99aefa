package tributary.input.draft;

import static java.util.Objects.requireNonNull;

/**
 * An answer to a question about files.
 *
 * @param subject what was asked
 * @param answer in words or as the profile has it
 * @param confidence how sure it is
 * @param evidence what speaks for it, in words
 */
public record Finding(String subject, String answer, Confidence confidence, String evidence) {
  public Finding {
    requireNonNull(subject, "subject is null");
    requireNonNull(answer, "answer is null");
    requireNonNull(confidence, "confidence is null");
    requireNonNull(evidence, "evidence is null");
  }
}
