package tributary.input.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tributary.config.UserError;
import tributary.input.InputFile;
import tributary.input.ShippedProfile;
import tributary.script.SqlLibrary;

/** Drafts the source profile of files that no profile describes yet. */
public final class ProfileDrafter {
  private final Vocabulary vocabulary = Vocabulary.load();
  private final SqlLibrary library;
  private final Choices choices;

  /**
   * @param library holds the shipped profiles
   * @param choices what the user says
   */
  public ProfileDrafter(SqlLibrary library, Choices choices) {
    this.library = library;
    this.choices = choices;
  }

  /**
   * @throws UserError when the files cannot be read, hold no sales, or can be read in two ways of
   *     which none was chosen
   */
  public ProfileDraft draft(List<InputFile> files) {
    Sheet sampled = new Sampling(vocabulary).sample(files);
    Sheet sheet = sampled.with(new Headings(vocabulary).filledDown(sampled.columns()));
    String name = files.size() == 1 ? files.get(0).name() : "these files";
    Traits traits = new Traits(vocabulary, sheet.columns(), choices);
    Optional<ShippedProfile> known = Known.find(library, sheet, traits);
    if (known.isPresent()) {
      return copyOf(known.get(), sheet);
    }
    Mapping mapping = new RoleFinder(sheet.columns(), traits).find();
    Optional<Mapping> customers = new CustomerRoles(sheet.columns(), traits).find(mapping);
    if (customers.isPresent()) {
      return ofCustomers(name, sheet, customers.get(), traits);
    }
    refuseWithoutSales(name, mapping);
    refuseDoubts(name, doubts(mapping, traits));
    Refs refs = new Refs(mapping, traits, Receipts.areNumberedOnce(mapping, traits));
    Subtotals subtotals = new Subtotals(sheet, mapping, traits, refs);
    Sheet told = subtotals.told();
    Expressions expressions = new Expressions(sheet.columns(), mapping, traits, refs, subtotals);
    List<Finding> findings = new ArrayList<>(told.findings());
    sheet.equalLinesFinding(ProfileText.areUnits(mapping)).ifPresent(findings::add);
    findings.add(decimalMark(mapping, traits));
    findings.addAll(expressions.drafted().findings());
    return new ProfileDraft(
        new ProfileText(told, mapping, refs, expressions.drafted()).write(),
        findings,
        sheet.rows());
  }

  private static ProfileDraft ofCustomers(
      String name, Sheet sheet, Mapping mapping, Traits traits) {
    List<Column> dates =
        Stream.of(Role.BIRTH_YEAR, Role.ENROLLED)
            .flatMap(role -> mapping.of(role).stream())
            .filter(column -> traits.dates(column).isPresent())
            .toList();
    refuseDoubts(
        name, dates.stream().flatMap(column -> doubtfulDate(column, traits).stream()).toList());
    Refs refs = new Refs(mapping, traits, false);
    Drafted drafted = new CustomerExpressions(sheet.columns(), mapping, traits, refs).drafted();
    List<Finding> findings = new ArrayList<>(sheet.findings());
    findings.add(
        new Finding(
            "file",
            "customers",
            Confidence.MEDIUM,
            "each row is of another customer, and it holds no sales"));
    findings.addAll(drafted.findings());
    return new ProfileDraft(
        new ProfileText(sheet, mapping, refs, drafted).write(), findings, sheet.rows());
  }

  /** A shop that many have is known better than a draft can tell. */
  private static ProfileDraft copyOf(ShippedProfile profile, Sheet sheet) {
    List<Finding> findings = new ArrayList<>(sheet.findings());
    findings.add(
        new Finding(
            "profile",
            profile.name(),
            Confidence.HIGH,
            "the shipped profile reads just these columns and times; the draft is a copy of it"));
    String text =
        "-- A copy of the shipped profile %s, which --source %s names too.\n%s"
            .formatted(profile.name(), profile.name(), profile.text());
    return new ProfileDraft(text, findings, sheet.rows());
  }

  private static void refuseWithoutSales(String name, Mapping mapping) {
    List<String> missing = new ArrayList<>();
    if (!mapping.has(Role.DATE)) {
      missing.add("the time of sales");
    }
    if (!mapping.has(Role.AMOUNT) && !mapping.has(Role.PRICE)) {
      missing.add("prices or amounts");
    }
    if (!missing.isEmpty()) {
      throw new UserError(
          "Cannot draft a profile for %s: no column is found with %s; if one has it, write the profile by hand as docs/profiles.md shows"
              .formatted(name, String.join(", nor one with ", missing)));
    }
  }

  private static void refuseDoubts(String name, List<String> doubts) {
    if (!doubts.isEmpty()) {
      throw new UserError(
          "Cannot draft a profile for %s: %s".formatted(name, String.join("; and ", doubts)));
    }
  }

  /** What can be read in two ways, with the flag that decides. */
  private static List<String> doubts(Mapping mapping, Traits traits) {
    List<String> doubts = new ArrayList<>();
    doubtfulDate(mapping.of(Role.DATE).orElseThrow(), traits).ifPresent(doubts::add);
    numbers(mapping)
        .filter(column -> traits.mark(column).ambiguous() != null)
        .findFirst()
        .ifPresent(
            column -> {
              String value = traits.mark(column).ambiguous();
              doubts.add(
                  "'%s' in %s is %s or %s, and no value tells which; say --decimal point or --decimal comma"
                      .formatted(
                          value,
                          column.name(),
                          shown(traits, value, '.'),
                          shown(traits, value, ',')));
            });
    return doubts;
  }

  private static Optional<String> doubtfulDate(Column date, Traits traits) {
    return Optional.ofNullable(traits.dates(date).orElseThrow().ambiguity())
        .map(
            ambiguity ->
                "'%s' in %s is %s or %s, and no value tells which; say --dates day-first or --dates month-first"
                    .formatted(
                        ambiguity.value(),
                        date.name(),
                        ambiguity.dayFirst(),
                        ambiguity.monthFirst()));
  }

  private static String shown(Traits traits, String value, char mark) {
    return traits.readings().number(value, mark).orElseThrow().toPlainString();
  }

  private static Stream<Column> numbers(Mapping mapping) {
    return Stream.of(Role.QUANTITY, Role.PRICE, Role.AMOUNT, Role.DISCOUNT)
        .map(mapping::of)
        .flatMap(Optional::stream);
  }

  private static Finding decimalMark(Mapping mapping, Traits traits) {
    Column money = mapping.of(Role.AMOUNT).or(() -> mapping.of(Role.PRICE)).orElseThrow();
    DecimalMarks.Mark mark = traits.mark(money);
    return new Finding(
        "decimal mark",
        mark.character() == ',' ? "comma" : "point",
        mark.confidence(),
        mark.evidence());
  }
}
