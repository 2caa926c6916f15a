package city.chengmai.dashboard.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.notify.Sender.Answer;
import city.chengmai.datasets.clickhouse.ErrorCategory;
import city.chengmai.datasets.clickhouse.StoreException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttemptTest {

  private static final Message MESSAGE =
      new Message("id", Occasion.RAISED, "desk", "", "", "", "", "", 1, List.of());

  @Test
  void whatCannotBeWordedIsAFailedTryThatKeepsNobodyBack() {
    Attempt attempt =
        Attempt.of(
            delivery(),
            () -> {
              throw new IllegalStateException("a name of somebody");
            },
            message -> new Answer(true, "never asked"));
    assertThat(attempt.answer())
        .isEqualTo(new Answer(false, "could not be worded: IllegalStateException"));
    assertThat(attempt.heard()).isTrue();
  }

  @Test
  void aStoreThatRefusesOneIsAFailedTry_aStoreThatIsAwayEndsTheRound() {
    assertThat(
            Attempt.of(delivery(), () -> fail(ErrorCategory.STORE_REFUSED), message -> null)
                .answer()
                .accepted())
        .isFalse();
    assertThatThrownBy(
            () ->
                Attempt.of(
                    delivery(), () -> fail(ErrorCategory.STORE_UNAVAILABLE), message -> null))
        .isInstanceOf(StoreException.class);
  }

  private static Message fail(ErrorCategory category) {
    throw new StoreException(category, "test");
  }

  @Test
  void aSenderThatFailsIsDeafForThisRound() {
    Attempt attempt =
        Attempt.of(
            delivery(),
            () -> MESSAGE,
            message -> {
              throw new IllegalArgumentException("a header");
            });
    assertThat(attempt)
        .isEqualTo(
            new Attempt(new Answer(false, "could not be sent: IllegalArgumentException"), false));
  }

  @Test
  void whatTheOtherSideSaysIsTheAnswer() {
    assertThat(Attempt.of(delivery(), () -> MESSAGE, message -> new Answer(true, "HTTP 204")))
        .isEqualTo(new Attempt(new Answer(true, "HTTP 204"), true));
  }

  private static Delivery delivery() {
    return new Delivery(
        "id",
        "desk",
        "webhook",
        Occasion.RAISED,
        List.of("a"),
        1,
        State.WAITING,
        "",
        Optional.empty(),
        Instant.EPOCH,
        Optional.empty());
  }
}
