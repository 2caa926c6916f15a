package city.chengmai.dashboard.notify;

import city.chengmai.dashboard.notify.Delivery.State;
import city.chengmai.dashboard.query.NotifyQueries;
import city.chengmai.dashboard.query.NotifyQueries.LoggedRow;
import city.chengmai.dashboard.query.TableWriter;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log of deliveries in the store. Blocking. */
final class DeliveryLog {

  private final NotifyQueries queries;
  private final TableWriter writer;

  DeliveryLog(NotifyQueries queries, TableWriter writer) {
    this.queries = queries;
    this.writer = writer;
  }

  /**
   * The last attempt of every delivery since a moment, of all that have not ended, and of what was
   * told of alerts that {@link SituationReader#read} gives.
   *
   * @param kept deliveries since then
   */
  List<Delivery> read(Instant now, Instant since, Instant kept) {
    return queries.log(now, since, kept).stream().map(DeliveryLog::delivery).toList();
  }

  /**
   * Writes rows in one piece: all or none of them are there.
   *
   * @param version grows with every writing of the same attempt
   */
  void write(List<Delivery> deliveries, Instant version) {
    if (!deliveries.isEmpty()) {
      writer.insert("alert_deliveries", deliveries.stream().map(one -> row(one, version)).toList());
    }
  }

  private static Map<String, Object> row(Delivery one, Instant version) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("delivery_id", one.id());
    row.put("channel", one.channel());
    row.put("kind", one.kind());
    row.put("occasion", one.occasion().wireName());
    row.put("alert_ids", one.pages());
    row.put("attempt", one.attempt());
    row.put("state", one.state().wireName());
    row.put("answer", one.answer());
    row.put("next_at", one.nextAt().orElse(null));
    row.put("created_at", one.createdAt());
    row.put("tried_at", one.triedAt().orElse(null));
    row.put("version", version.toEpochMilli());
    return row;
  }

  private static Delivery delivery(LoggedRow row) {
    return new Delivery(
        row.deliveryId(),
        row.channel(),
        row.kind(),
        Arrays.stream(Occasion.values())
            .filter(one -> one.wireName().equals(row.occasion()))
            .findFirst()
            .orElse(Occasion.RAISED),
        row.alertIds(),
        row.attempt(),
        Arrays.stream(State.values())
            .filter(one -> one.wireName().equals(row.state()))
            .findFirst()
            .orElse(State.GIVEN_UP),
        row.answer(),
        Optional.ofNullable(row.nextAt()),
        row.createdAt(),
        Optional.ofNullable(row.triedAt()));
  }
}
