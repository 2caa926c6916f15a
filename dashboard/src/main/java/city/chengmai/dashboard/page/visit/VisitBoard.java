package city.chengmai.dashboard.page.visit;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.VisitQueries.CampaignRow;
import city.chengmai.dashboard.query.VisitQueries.KindRow;
import city.chengmai.dashboard.query.VisitQueries.NeedRow;
import city.chengmai.dashboard.query.VisitQueries.PaceRow;
import city.chengmai.dashboard.query.VisitQueries.PartRow;
import city.chengmai.dashboard.query.VisitQueries.RoleRow;
import city.chengmai.dashboard.query.VisitQueries.SessionRow;
import city.chengmai.dashboard.query.VisitQueries.TagRow;
import city.chengmai.dashboard.query.VisitQueries.TierRow;
import city.chengmai.dashboard.query.VisitQueries.WordRow;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The lines of the page of visits. A share stands beside both its counts; nothing of nothing is a
 * word.
 */
final class VisitBoard {

  /**
   * A share of a whole.
   *
   * @param text percentage, or a word when there is no whole
   * @param of both counts
   */
  public record Share(String text, String of) {}

  /** A campaign. */
  public record Campaign(
      String name,
      String visits,
      String targets,
      String issues,
      Share onSpot,
      Share returned,
      String reopened) {}

  /** A kind of target. */
  public record Kind(String key, String name, String visits, String covered, Share share) {}

  /** A tier of enterprises. */
  public record Tier(
      String key,
      String name,
      Share visited,
      String district,
      String industry,
      String local,
      Share several) {}

  /** A Thursday. */
  public record Session(String day, boolean held, String homes, String committees) {}

  /** Thursdays of the window. */
  public record Sessions(Share held, String otherDays, List<Session> lines) {}

  /** A part of a whole, with the width of its bar in per cent. */
  public record Bar(String key, String name, String count, Share share, double width) {}

  /** A part of the service package. */
  public record Part(String key, String name, Share covered, String delivered, Share confirmed) {}

  /** How appeals were answered. */
  public record Pace(
      Share inTime,
      String late,
      String open,
      String median,
      Share notSent,
      Share sentOnce,
      Share sentAgain) {}

  /** A category of needs. */
  public record Need(String name, String now, String before, String change) {}

  /** What enterprises said. */
  public record Word(
      String key,
      String name,
      String net,
      String answered,
      Share satisfied,
      Share fairly,
      Share dissatisfied,
      String silent) {}

  private final Figures figures;
  private final Messages messages;
  private final CityModel city;

  VisitBoard(Figures figures, CityModel city) {
    this.figures = figures;
    this.messages = figures.messages();
    this.city = city;
  }

  List<Campaign> campaigns(List<CampaignRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Campaign(
                    row.campaign().isEmpty() ? messages.text("visits.no-campaign") : row.campaign(),
                    figures.count(row.visits()),
                    figures.count(row.targets()),
                    figures.count(row.issues()),
                    share(row.onSpot(), row.issues()),
                    share(row.returned(), row.visits()),
                    figures.count(row.reopenedIssues())))
        .toList();
  }

  List<Kind> kinds(List<KindRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Kind(
                    row.kind(),
                    messages.text("visits.kind." + row.kind()),
                    figures.count(row.visits()),
                    figures.count(row.covered()),
                    row.onFile() == null
                        ? new Share(messages.text("visits.no-list"), "")
                        : share(row.covered(), row.onFile())))
        .toList();
  }

  List<Tier> tiers(List<TierRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Tier(
                    row.tier(),
                    messages.textOr("visits.tier." + row.tier(), messages.text("visits.no-tier")),
                    share(row.visited(), row.onFile()),
                    figures.count(row.district()),
                    figures.count(row.industry()),
                    figures.count(row.local()),
                    share(row.several(), row.visited())))
        .toList();
  }

  Sessions sessions(List<SessionRow> rows, LocalDate first, LocalDate last) {
    Map<LocalDate, SessionRow> held =
        rows.stream().collect(Collectors.toMap(SessionRow::day, Function.identity()));
    List<LocalDate> thursdays =
        first
            .datesUntil(last.plusDays(1))
            .filter(day -> day.getDayOfWeek() == DayOfWeek.THURSDAY)
            .toList();
    long done = thursdays.stream().filter(held::containsKey).count();
    long otherDays =
        rows.stream()
            .filter(row -> row.day().getDayOfWeek() != DayOfWeek.THURSDAY)
            .mapToLong(SessionRow::homes)
            .sum();
    return new Sessions(
        share(done, thursdays.size()),
        figures.count(otherDays),
        thursdays.stream().map(day -> session(day, held.get(day))).toList());
  }

  private Session session(LocalDate day, SessionRow row) {
    return new Session(
        figures.day(day),
        row != null,
        row == null ? Figures.NONE : figures.count(row.homes()),
        row == null ? Figures.NONE : figures.count(row.committees()));
  }

  /**
   * Roles of collective visits.
   *
   * @param visits all of these visits
   */
  List<Bar> roles(List<RoleRow> rows, long visits) {
    return rows.stream()
        .map(
            row ->
                bar(
                    row.role(),
                    messages.textOr("participant." + row.role(), row.role()),
                    row.visits(),
                    visits))
        .toList();
  }

  List<Bar> tags(List<TagRow> rows) {
    long all = rows.stream().mapToLong(TagRow::issues).sum();
    return rows.stream()
        .map(
            row ->
                bar(
                    row.tag(),
                    messages.textOr("visits.tag." + row.tag(), messages.text("visits.no-tag")),
                    row.issues(),
                    all))
        .toList();
  }

  private Bar bar(String key, String name, long part, long whole) {
    double width = whole == 0 ? 0 : 100.0 * part / whole;
    return new Bar(key, name, figures.count(part), share(part, whole), width);
  }

  List<Part> parts(List<PartRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Part(
                    row.part(),
                    messages.textOr("package." + row.part(), row.part()),
                    share(row.covered(), row.targets()),
                    figures.count(row.delivered()),
                    share(row.confirmedCount(), row.delivered())))
        .toList();
  }

  Pace pace(PaceRow row) {
    return new Pace(
        share(row.inTime(), row.due()),
        figures.count(row.late()),
        figures.count(row.open()),
        row.medianHours() == null
            ? messages.text("state.no-data")
            : messages.text("value.hours", figures.number(row.medianHours(), 1)),
        share(row.notSent(), row.raised()),
        share(row.sentOnce(), row.raised()),
        share(row.sentAgain(), row.raised()));
  }

  List<Need> needs(List<NeedRow> rows) {
    return rows.stream()
        .map(
            row ->
                new Need(
                    row.category().isEmpty()
                        ? messages.text("visits.no-category")
                        : city.categoryName(row.category(), messages.language()),
                    figures.count(row.present()),
                    figures.count(row.past()),
                    figures.signed((double) (row.present() - row.past()), 0)))
        .toList();
  }

  List<Word> words(List<WordRow> rows) {
    return rows.stream().map(this::word).toList();
  }

  private Word word(WordRow row) {
    long answered = row.satisfied() + row.fairly() + row.dissatisfied();
    String net =
        answered == 0
            ? messages.text("state.no-data")
            : messages.text(
                "special.points",
                figures.signed(100.0 * (row.satisfied() - row.dissatisfied()) / answered, 1));
    return new Word(
        row.asked(),
        messages.text("visits.asked." + row.asked()),
        net,
        figures.count(answered),
        share(row.satisfied(), answered),
        share(row.fairly(), answered),
        share(row.dissatisfied(), answered),
        figures.count(row.silent()));
  }

  private Share share(long part, long whole) {
    return new Share(
        whole == 0
            ? messages.text("state.no-data")
            : figures.percent(Double.valueOf((double) part / whole)),
        figures.count(part) + " / " + figures.count(whole));
  }
}
