package tributary.curate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tributary.config.LakeSettings;
import tributary.curate.Curation.Curated;
import tributary.curate.FileFacts.Content;
import tributary.curate.Landing.Landed;
import tributary.input.InputFiles;
import tributary.input.InspectedFile;
import tributary.input.SourceProfile;
import tributary.lake.Lake;
import tributary.lake.TableName;
import tributary.publish.Contracts;
import tributary.publish.Run;
import tributary.publish.RunRequest;
import tributary.publish.Workplace;
import tributary.script.Engine;
import tributary.script.SqlLibrary;

/** A shop whose till writes small files, and the lake that takes them in. */
public final class TestShop implements AutoCloseable {
  /** What a line of the till's files holds. */
  public static final String HEADER =
      "invoice,item,name,customer,units,price,total,currency,time,country";

  /** What a line of its customers files holds; the last two columns are not mapped. */
  static final String MEMBERS_HEADER =
      "customer,country,born,age,gender,school,status,income,kids,teens,joined,Spend Wines,Note";

  private static final String PROFILE =
      """
      CREATE TEMPORARY TABLE receipts (
        invoice STRING, item STRING, name STRING, customer STRING, units STRING,
        price STRING, total STRING, currency STRING, `time` STRING, country STRING
      ) WITH ('connector' = 'retail-files', 'equal-lines' = '%s');

      SELECT line, invoice AS transaction_id, item AS product_id, name AS product_name,
        customer AS customer_id, NUMBER_TEXT(units) AS quantity, NUMBER_TEXT(price) AS unit_price,
        NUMBER_TEXT(total) AS amount, currency, TIMESTAMP_TEXT(`time`, 'yyyy-MM-dd HH:mm[XXX]') AS sold_at,
        country,
        CASE WHEN item = 'POST' THEN 'fee' WHEN item = 'DISC' THEN 'adjustment'
          WHEN invoice LIKE 'C%%' THEN 'cancellation' END AS declared_kind
      FROM receipts;

      CREATE TEMPORARY TABLE members (
        customer STRING, country STRING, born STRING, age STRING, gender STRING, school STRING,
        status STRING, income STRING, kids STRING, teens STRING, joined STRING
      ) WITH ('connector' = 'retail-files', 'files' = 'members*');

      SELECT line, customer AS customer_id, country, NUMBER_TEXT(born) AS birth_year,
        NUMBER_TEXT(age) AS age, gender, school AS education, status AS has_partner,
        NUMBER_TEXT(income) AS income, NUMBER_TEXT(kids) AS children_at_home,
        NUMBER_TEXT(teens) AS teenagers_at_home,
        TIMESTAMP_TEXT(joined, 'yyyy-MM-dd') AS enrolled_on,
        line.unmapped_columns AS attributes
      FROM members;
      """;
  private static final String MAIN = "main";

  /** A contract's checks, to the next field. */
  private static final Pattern CHECKS = Pattern.compile("(?m)^checks:.*\\n(?:[ #].*\\n|\\n)*");

  private final Path directory;
  private final Lake lake;
  private final Engine engine;
  private final SqlLibrary library;
  private final Contracts contracts;
  private String equalLines = "duplicates";

  /**
   * @param directory empty; takes the lake and the files
   * @param engine stays open
   */
  public TestShop(Path directory, Engine engine) {
    this(directory, engine, SqlLibrary.bundled());
  }

  private TestShop(Path directory, Engine engine, SqlLibrary library) {
    this.directory = directory;
    this.engine = engine;
    this.library = library;
    this.contracts = Contracts.load(library);
    this.lake = Lake.openOrCreate(LakeSettings.embedded(directory.resolve("lake")), "test");
    contracts.all().forEach(lake::ensureTable);
  }

  /**
   * A shop whose runs check nothing but keys: for tests of what curation makes, not of what audits
   * say to it, which takes as long again.
   */
  static TestShop withoutChecks(Path directory, Engine engine) throws IOException {
    Path sql = Files.createDirectories(directory.resolve("sql"));
    for (Map.Entry<String, String> file : SqlLibrary.bundled().texts().entrySet()) {
      Path copy = sql.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.writeString(copy, CHECKS.matcher(file.getValue()).replaceFirst(""));
    }
    return new TestShop(directory, engine, SqlLibrary.at(sql));
  }

  /** From now on, lines of a file that are equal are separate sales. */
  TestShop withRealEqualLines() {
    equalLines = "real";
    return this;
  }

  /** Writes a file with the till's header. */
  public TestShop file(String name, String... lines) {
    return file(name, HEADER, List.of(lines));
  }

  /** Writes a file of customers. */
  TestShop members(String name, String... lines) {
    return file(name, MEMBERS_HEADER, List.of(lines));
  }

  private TestShop file(String name, String header, List<String> lines) {
    String text =
        Stream.concat(Stream.of(header), lines.stream()).collect(Collectors.joining("\n"));
    write(directory.resolve("files").resolve(name), text + "\n");
    return this;
  }

  /** Publishes rows of a table that somebody else writes. */
  public TestShop add(String table, List<Map<String, Object>> rows) {
    lake.append(TableName.of(table), MAIN, rows);
    return this;
  }

  /** Lands the files of these names, or all when none is named, in one ingest. */
  public Landed ingest(String... names) {
    return land(false, names);
  }

  /** Withdraws the file of a name, and of a number if one is given. */
  void withdraw(String name, Long... number) {
    try (Run run = start("withdraw", Landing.TABLES)) {
      Landing.withdraw(run, name, Stream.of(number).findFirst());
      run.publish();
    }
  }

  /** Lands files in the place of those with the same names. */
  Landed replace(String... names) {
    return land(true, names);
  }

  private Landed land(boolean replace, String... names) {
    List<InspectedFile> files = files(names);
    List<FileFacts> facts = facts(files);
    TableName landed = TableName.of("landing.files");
    List<FileFacts> unseen =
        replace ? facts : Landing.unseen(lake.rows(landed, MAIN), profile().name(), facts);
    if (unseen.isEmpty()) {
      return new Landed(0, 0, 0, Map.of(), List.of());
    }
    try (Run run = start("ingest", Landing.TABLES)) {
      Landed result = land(run, files, unseen, replace);
      run.publish();
      return result;
    }
  }

  /**
   * Lands and curates files in one run.
   *
   * @throws tributary.publish.AuditFailedException when a check refuses them
   */
  public Curated run(boolean replace, String... names) {
    List<InspectedFile> files = files(names);
    List<String> tables = Stream.concat(Landing.TABLES.stream(), Curation.TABLES.stream()).toList();
    try (Run run = start("run", tables)) {
      land(run, files, facts(files), replace);
      Curated curated = Curation.curate(run, false);
      run.publish();
      return curated;
    }
  }

  private Landed land(Run run, List<InspectedFile> files, List<FileFacts> unseen, boolean replace) {
    SourceProfile profile = profile();
    profile.register(
        run.batch().tables(), files.stream().filter(file -> unseen.contains(facts(file))).toList());
    return Landing.land(
        run,
        unseen,
        new Landing.Options(
            profile.name(),
            profile.equalLinesAreReal(),
            profile.identity(),
            replace,
            Optional.empty()));
  }

  private List<InspectedFile> files(String... names) {
    return profile().inspect(InputFiles.resolve(directory.resolve("files").toString())).stream()
        .filter(file -> names.length == 0 || List.of(names).contains(file.name()))
        .toList();
  }

  private static List<FileFacts> facts(List<InspectedFile> files) {
    return files.stream()
        .map(TestShop::facts)
        .sorted(Comparator.comparing(FileFacts::name))
        .toList();
  }

  private static FileFacts facts(InspectedFile file) {
    return new FileFacts(
        file.name(),
        file.sha256(),
        file.bytes(),
        Content.valueOf(file.content().name()),
        file.columns());
  }

  private SourceProfile profile() {
    Path file = directory.resolve("till.sql");
    write(file, PROFILE.formatted(equalLines));
    return SourceProfile.load(library, file.toString());
  }

  /** Curates what landed since the last time. */
  public Curated curate() {
    return curate(false);
  }

  /** Curates everything anew. */
  Curated curateFully() {
    return curate(true);
  }

  private Curated curate(boolean full) {
    try (Run run = start("curate", Curation.TABLES)) {
      Curated curated = Curation.curate(run, full);
      run.publish();
      return curated;
    }
  }

  /** A run that writes these tables. */
  public Run start(String command, List<String> tables) {
    Workplace workplace = new Workplace(lake, engine, contracts, library, Clock.systemUTC());
    return Run.start(workplace, new RunRequest(command, Map.of(), "test"), tables);
  }

  /** A published table's rows by Iceberg's own reader, without some columns, in a fixed order. */
  public List<Map<String, Object>> rows(String table, String... without) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (Map<String, Object> row : lake.rows(TableName.of(table), MAIN)) {
      Map<String, Object> kept = new TreeMap<>(row);
      List.of(without).forEach(kept::remove);
      kept.replaceAll((column, value) -> value instanceof byte[] bytes ? hex(bytes) : value);
      rows.add(kept);
    }
    rows.sort(Comparator.comparing(Map::toString));
    return rows;
  }

  /** A published table's rows as texts of some columns, sorted. */
  public List<String> texts(String table, String... columns) {
    return lake.rows(TableName.of(table), MAIN).stream()
        .map(
            row ->
                List.of(columns).stream()
                    .map(column -> String.valueOf(row.get(column)))
                    .collect(Collectors.joining(" ")))
        .sorted()
        .toList();
  }

  /** Everything curated, but times of processing. */
  Map<String, List<Map<String, Object>>> curated() {
    return Curation.TABLES.stream()
        .collect(Collectors.toMap(table -> table, table -> rows(table, "ingested_at")));
  }

  /** The data files of a published table. */
  Set<String> dataFiles(String table) {
    return lake.dataFiles(TableName.of(table), MAIN);
  }

  /** The data files of published sales in a month such as {@code 2024-01}. */
  Set<String> salesFiles(String month) {
    return dataFiles("curated.sales").stream()
        .filter(file -> file.contains("sale_date_month=" + month))
        .collect(Collectors.toSet());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    lake.close();
  }
}
