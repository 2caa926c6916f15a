package city.chengmai.dashboard.page.review;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.query.StandingQueries.StandingRow;

/** Says who is compared with whom, and how surely. */
final class PeerWords {

  private PeerWords() {}

  /** A peer group in words: the grid type, and the community form where it is part of the group. */
  static String group(String peerGroup, Messages messages) {
    int slash = peerGroup.indexOf('/');
    if (slash < 0) {
      return messages.textOr("grid-type." + peerGroup, peerGroup);
    }
    String type = peerGroup.substring(0, slash);
    String form = peerGroup.substring(slash + 1);
    return messages.text(
        "portrait.type-and-form",
        messages.textOr("grid-type." + type, type),
        messages.textOr("community-form." + form, form));
  }

  /** A rank with the range that holds it; a word when there is no rank. */
  static String rank(Integer rank, int peers, Integer best, Integer worst, Messages messages) {
    if (rank == null) {
      return messages.text("portrait.unranked");
    }
    if (best == null || worst == null) {
      return messages.text("portrait.rank", rank, peers);
    }
    return best.equals(worst)
        ? messages.text("portrait.rank-sure", rank, peers)
        : messages.text("portrait.rank-range", rank, peers, best, worst);
  }

  /** A rank with its range in figures; a dash when there is no rank. */
  static String shortRank(StandingRow row, Messages messages) {
    if (row.rank() == null) {
      return Figures.NONE;
    }
    return row.rankLower() == null || row.rankLower().equals(row.rankUpper())
        ? row.rank() + " / " + row.peers()
        : messages.text(
            "portrait.rank-short", row.rank(), row.peers(), row.rankLower(), row.rankUpper());
  }

  /** A quartile in words; empty when there is none. */
  static String quartile(Integer quartile, Messages messages) {
    return quartile == null ? "" : messages.text("portrait.quartile-" + quartile);
  }
}
