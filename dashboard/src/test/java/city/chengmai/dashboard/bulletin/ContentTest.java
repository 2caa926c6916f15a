package city.chengmai.dashboard.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import city.chengmai.dashboard.bulletin.Cell.Amount;
import city.chengmai.dashboard.bulletin.Cell.Moment;
import city.chengmai.dashboard.bulletin.Cell.Rate;
import city.chengmai.dashboard.bulletin.Cell.Words;
import city.chengmai.dashboard.bulletin.Content.Difference;
import city.chengmai.dashboard.bulletin.Section.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Figures of bulletins are kept exactly, and differences are told cell by cell. */
class ContentTest {

  private static Content content(long count, Rate rate) {
    return new Content(
        List.of(
            Section.of(
                "figures",
                List.of("figure", "now"),
                List.of(
                    Line.of("reported", Words.name("报"), Amount.count(count)),
                    Line.of("M04", Words.name("率"), rate))),
            Section.of(
                "gravest",
                List.of("alert", "since"),
                List.of(
                    Line.of("a", new Words("甲", "A", "/alert/a"), new Moment(Instant.EPOCH))))));
  }

  @Test
  void whatIsKeptReadsTheSame() {
    Content content = content(12, Rate.share(2, 3));
    assertThat(Content.parse(content.json())).isEqualTo(content);
  }

  @Test
  void sameFiguresAreNoDifference() {
    assertThat(content(12, Rate.share(2, 3)).since(content(12, Rate.share(2, 3)))).isEmpty();
  }

  @Test
  void aDifferenceTellsOldAndNew() {
    List<Difference> told = content(13, Rate.share(0, 0)).since(content(12, Rate.share(2, 3)));
    assertThat(told)
        .containsExactly(
            new Difference("figures", "now", Words.name("报"), Amount.count(12), Amount.count(13)),
            new Difference("figures", "now", Words.name("率"), Rate.share(2, 3), Rate.share(0, 0)));
    assertThat(Content.differences(Content.json(told))).isEqualTo(told);
  }

  @Test
  void aLineThatCameIsOneDifference() {
    Content empty = new Content(List.of());
    assertThat(content(1, Rate.share(1, 1)).since(empty))
        .hasSize(3)
        .allMatch(one -> one.before() == null);
  }

  @Test
  void nothingOfNothingIsNoShare() {
    assertThat(Rate.share(0, 0).value()).isNull();
    assertThat(Rate.share(0, 0).state()).isEqualTo("no-data");
  }

  @Test
  void periodsFollowOneAnother() {
    Period week = BulletinKind.WEEK.containing(LocalDate.of(2026, 3, 20));
    assertThat(week.id()).isEqualTo("week-2026-03-16");
    assertThat(week.before().end()).isEqualTo(week.first());
    assertThat(Period.of("week-2026-03-16")).contains(week);
    assertThat(Period.of("week-2026-03-17")).isEmpty();
    assertThat(Period.of("month-2026-02-01").orElseThrow().last())
        .isEqualTo(LocalDate.of(2026, 2, 28));
    assertThat(Period.of("nonsense")).isEmpty();
  }
}
