package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.dashboard.query.BehindQueries.OrderRow;

/** A hotline order in a list. */
public record OrderLine(
    String id,
    String category,
    String caseId,
    String received,
    String due,
    String replied,
    String outcome,
    String satisfaction) {

  static OrderLine of(OrderRow row, CityModel city, Figures figures) {
    Messages messages = figures.messages();
    return new OrderLine(
        row.orderId(),
        city.categoryName(row.category(), messages.language()),
        row.caseId(),
        figures.moment(row.receivedAt()),
        figures.moment(row.dueAt()),
        figures.moment(row.repliedAt()),
        row.outcome().isEmpty()
            ? Figures.NONE
            : messages.textOr("outcome." + row.outcome(), row.outcome()),
        row.satisfaction().isEmpty()
            ? Figures.NONE
            : messages.textOr("satisfaction." + row.satisfaction(), row.satisfaction()));
  }
}
