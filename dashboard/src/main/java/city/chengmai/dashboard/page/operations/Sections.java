package city.chengmai.dashboard.page.operations;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.datasets.clickhouse.StoreException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Sections of the board that the store tells, each asked by itself: a question that the store
 * refuses is unknown with the reason, and the others are told.
 */
final class Sections {

  /** Every section that can be unknown. */
  private static final List<String> ALL =
      List.of("disks", "jobs", "memory", "statements", "tables");

  private static final int LONGEST_DETAIL = 300;

  /**
   * Why a section, or some of it, is unknown.
   *
   * @param detail the store's own sentence, in English
   */
  public record Reason(String words, String detail) {}

  private final Messages messages;
  private final BooleanSupplier storeAnswers;
  private final Map<String, List<Reason>> unknown = new TreeMap<>();

  /**
   * Sections of which none was asked yet.
   *
   * @param storeAnswers asks the store whether it can be used at all
   */
  Sections(Figures figures, BooleanSupplier storeAnswers) {
    this.messages = figures.messages();
    this.storeAnswers = storeAnswers;
    ALL.forEach(section -> unknown.put(section, new ArrayList<>()));
  }

  /**
   * The answer to a question of a section.
   *
   * @param otherwise what to show where the store refuses this question
   * @throws StoreException when the store cannot be used at all
   */
  <T> T ask(String section, Supplier<T> question, T otherwise) {
    try {
      return question.get();
    } catch (StoreException fault) {
      if (!storeAnswers.getAsBoolean()) {
        throw fault;
      }
      unknown.get(section).add(reason(fault));
      return otherwise;
    }
  }

  /** Why each section is unknown; empty for one that is known whole. */
  Map<String, List<Reason>> unknown() {
    return unknown;
  }

  private Reason reason(StoreException fault) {
    int code = fault.clickHouseCode();
    String own = "operations.refused." + code;
    String words =
        code == 0
            ? messages.text("operations.refused.unanswered")
            : messages.textOr(own, messages.text("operations.refused.other", String.valueOf(code)));
    String detail = String.valueOf(fault.getMessage()).lines().findFirst().orElse("");
    return new Reason(
        words,
        detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL) + "…");
  }
}
