package city.chengmai.dashboard.page.wall;

import city.chengmai.dashboard.chart.Chart;
import city.chengmai.dashboard.i18n.Messages;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Where panels get what kept statements answer. */
public interface StatementSource {

  /** What a statement answered; equal when the rows are. */
  interface Answer {

    /** The statement's name. */
    String name();

    /** The chart that its shape asks for; empty: it stays a table. */
    Optional<Chart> chart(ZoneId zone, Messages messages);

    /** Names of its columns. */
    List<String> columns();

    /** Its first rows as texts, at most so many. */
    List<List<String>> rows(int most);

    /** Whether there was more than a run may return. */
    boolean truncated();
  }

  /**
   * Runs an edition of a shared statement as the analyst, under the desk's limits. Blocking.
   *
   * @throws RuntimeException when it is not there, not shared, refused, or fails; its message says
   *     which
   */
  Answer ask(String query, int edition);
}
