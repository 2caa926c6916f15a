package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.page.CityMoment;
import city.chengmai.dashboard.query.DealingQueries;
import city.chengmai.dashboard.query.FileQueries;
import city.chengmai.dashboard.query.FileQueries.Cut;
import city.chengmai.dashboard.query.FileQueries.FileRow;
import city.chengmai.dashboard.query.FileQueries.Search;
import city.chengmai.dashboard.query.SituationQueries;
import city.chengmai.dashboard.query.Store;
import city.chengmai.datasets.catalogue.FileRule;
import city.chengmai.datasets.catalogue.FileRules;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What every page of files works with, for one request. */
public final class FileDesk {

  private static final FileRules RULES = FileRules.bundled();

  private final FileQueries files;
  private final DealingQueries dealings;
  private final SituationQueries situation;
  private final CityModel city;
  private final CityMoment moment;
  private final Figures figures;
  private final FileNames names;

  /** Files of this store as they stand at this moment. */
  public FileDesk(Store store, CityModel city, CityMoment moment, Figures figures) {
    this.files = new FileQueries(store);
    this.dealings = new DealingQueries(store);
    this.situation = new SituationQueries(store);
    this.city = city;
    this.moment = moment;
    this.figures = figures;
    this.names = new FileNames(files);
  }

  /** Questions about files. */
  public FileQueries files() {
    return files;
  }

  DealingQueries dealings() {
    return dealings;
  }

  SituationQueries situation() {
    return situation;
  }

  CityModel city() {
    return city;
  }

  CityMoment moment() {
    return moment;
  }

  /** Exclusive end of everything shown. */
  public Instant now() {
    return moment.now();
  }

  /** Figures in the reader's language. */
  public Figures figures() {
    return figures;
  }

  FileNames names() {
    return names;
  }

  DealingLines lines() {
    return new DealingLines(city, figures, names, now());
  }

  /** Names of the fields of a kind of file and their values. */
  public FieldWords words(String kind) {
    return new FieldWords(rule(kind), city, figures);
  }

  /** What a kind of file has to hold. */
  public static FileRule rule(String kind) {
    return RULES.of(kind);
  }

  /** From when on answers count for the three clears. */
  Instant clearsSince() {
    return now().minus(Duration.ofDays(RULES.clearDays()));
  }

  /** The file of an id. */
  public Optional<FileRow> file(String kind, String id) {
    Optional<FileRow> row = files.file(kind, id, rule(kind).mandatory(), freshSince(kind));
    row.ifPresent(found -> names.know(kind, List.of(found)));
    return row;
  }

  List<FileRow> find(String kind, Collection<String> ids, String grid, String word, Cut cut) {
    Search search = new Search(kind, ids, grid, word, rule(kind).mandatory(), freshSince(kind));
    List<FileRow> rows = files.files(search, cut);
    names.know(kind, rows);
    return rows;
  }

  /** How complete all files of a kind are, and how fresh. */
  public FileSum sum(String kind) {
    return FileSum.of(kind, find(kind, List.of(), "", "", new Cut("name", 1, 0)), this);
  }

  /** How complete a file is, and how fresh. */
  public Standard standard(String kind, FileRow row) {
    FileRule rule = rule(kind);
    return Standard.of(
        rule, rule.missing(row.fields()), row.confirmedAt(), now(), words(kind), figures);
  }

  private Instant freshSince(String kind) {
    return now().minus(Duration.ofDays(rule(kind).refreshDays()));
  }
}
