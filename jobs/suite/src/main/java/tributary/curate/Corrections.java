package tributary.curate;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.Collectors;
import tributary.config.UserError;
import tributary.curate.FileFacts.Content;
import tributary.publish.Draft;

/**
 * Finds the file that each corrected delivery stands in the place of: the one of the same bytes;
 * else the one of its name, if it holds mostly the same lines, or nothing usable. Never another:
 * where that does not single one out, the user has to.
 */
final class Corrections {
  private final Function<Content, SharedKeys> keys;
  private final List<TakenFile> gone;
  private final List<TakenFile> left;
  private final List<TakenFile> open;
  private final List<Replacement> found = new ArrayList<>();

  private Corrections(Known known, List<TakenFile> corrected, Function<Content, SharedKeys> keys) {
    this.gone = known.gone();
    this.left = new ArrayList<>(known.counting());
    this.open = new ArrayList<>(corrected);
    this.keys = requireNonNull(keys, "keys is null");
  }

  /**
   * The files of a source that were taken in before.
   *
   * @param gone those that were replaced or withdrawn
   */
  record Known(List<TakenFile> counting, List<TakenFile> gone) {}

  /**
   * @param corrected the new files, whose lines have landed
   * @param chosen the number of the file that the only new one is to replace, if the user says so
   * @throws UserError naming candidates when it cannot be told which file is meant
   */
  static List<Replacement> find(
      Draft draft, Known known, List<TakenFile> corrected, Optional<Long> chosen) {
    return find(
        known,
        corrected,
        chosen,
        content ->
            SharedKeys.count(
                draft, content, of(content, corrected), of(content, known.counting())));
  }

  /** The same, with what files share counted by somebody else, where it is needed. */
  static List<Replacement> find(
      Known known,
      List<TakenFile> corrected,
      Optional<Long> chosen,
      Function<Content, SharedKeys> keys) {
    if (chosen.isPresent()) {
      return List.of(chosen(chosen.get(), known.counting(), corrected));
    }
    Map<Content, SharedKeys> counted = new EnumMap<>(Content.class);
    Corrections corrections =
        new Corrections(known, corrected, content -> counted.computeIfAbsent(content, keys));
    corrections.match((fresh, old) -> isSameBytes(fresh, old) && isSameName(fresh, old));
    corrections.match(Corrections::isSameBytes);
    corrections.matchByContent();
    return corrections.found;
  }

  private static List<TakenFile> of(Content content, List<TakenFile> files) {
    return files.stream().filter(file -> file.content() == content).toList();
  }

  private static Replacement chosen(
      long number, List<TakenFile> counting, List<TakenFile> corrected) {
    if (corrected.size() > 1) {
      throw new UserError(
          "Cannot replace file %s: %s files were given, one can stand in its place"
              .formatted(number, corrected.size()));
    }
    TakenFile fresh = corrected.get(0);
    TakenFile old =
        counting.stream()
            .filter(file -> file.number() == number && file.content() == fresh.content())
            .findFirst()
            .orElseThrow(
                () ->
                    new UserError(
                        "Cannot replace file %s by %s: landing.files has none of that number, source and content that counts"
                            .formatted(number, fresh.name())));
    return Replacement.of(old, fresh);
  }

  private static boolean isSameBytes(TakenFile fresh, TakenFile old) {
    return fresh.sha256().equals(old.sha256()) && fresh.content() == old.content();
  }

  private static boolean isSameName(TakenFile fresh, TakenFile old) {
    return fresh.name().equals(old.name()) && fresh.content() == old.content();
  }

  private void match(BiPredicate<TakenFile, TakenFile> condition) {
    for (TakenFile fresh : List.copyOf(open)) {
      candidates(fresh, condition).stream().findFirst().ifPresent(old -> replace(old, fresh));
    }
  }

  private List<TakenFile> candidates(TakenFile fresh, BiPredicate<TakenFile, TakenFile> condition) {
    return left.stream().filter(old -> condition.test(fresh, old)).toList();
  }

  private void replace(TakenFile old, TakenFile fresh) {
    found.add(Replacement.of(old, fresh));
    left.remove(old);
    open.remove(fresh);
  }

  /** First all that are found by their names, so that none of them is a candidate for others. */
  private void matchByContent() {
    for (TakenFile fresh : List.copyOf(open)) {
      List<TakenFile> named = candidates(fresh, Corrections::isSameName);
      if (!named.isEmpty()) {
        replace(singledOut(fresh, named), fresh);
      }
    }
    open.forEach(this::refuseUnlessNew);
  }

  private TakenFile singledOut(TakenFile fresh, List<TakenFile> named) {
    SharedKeys shared = keys.apply(fresh.content());
    List<TakenFile> same = named.stream().filter(old -> shared.areOfTheSame(fresh, old)).toList();
    if (same.size() == 1) {
      return same.get(0);
    }
    if (named.size() == 1 && shared.isEmpty(named.get(0))) {
      return named.get(0);
    }
    throw new UserError(
        "Cannot replace %s: %s; --file-number N says which it corrects, without --replace it is taken in beside %s"
            .formatted(
                fresh.name(),
                named.size() == 1
                    ? "the file of that name holds other lines, " + shown(fresh, named)
                    : "what it holds does not single out one of the files of that name, "
                        + shown(fresh, named),
                named.size() == 1 ? "it" : "them"));
  }

  private void refuseUnlessNew(TakenFile fresh) {
    boolean comesBack = gone.stream().anyMatch(old -> isSameBytes(fresh, old));
    if (comesBack || of(fresh.content(), left).isEmpty()) {
      return;
    }
    SharedKeys shared = keys.apply(fresh.content());
    List<TakenFile> same =
        candidates(fresh, (corrected, old) -> old.content() == corrected.content()).stream()
            .filter(old -> shared.areOfTheSame(fresh, old))
            .toList();
    if (!same.isEmpty()) {
      throw new UserError(
          "Cannot replace %s: no file of that name is in the lake, but its lines are in others, %s; --file-number N says which it corrects, without --replace it is taken in beside them"
              .formatted(fresh.name(), shown(fresh, same)));
    }
  }

  private String shown(TakenFile fresh, List<TakenFile> candidates) {
    SharedKeys shared = keys.apply(fresh.content());
    return candidates.stream()
        .map(
            old ->
                String.format(
                    Locale.ROOT,
                    "%s, %.0f %% the same",
                    old.shown(),
                    100 * shared.share(fresh, old)))
        .collect(Collectors.joining("; "));
  }
}
