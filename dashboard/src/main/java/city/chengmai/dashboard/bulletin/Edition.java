package city.chengmai.dashboard.bulletin;

import static java.util.Objects.requireNonNull;

import city.chengmai.dashboard.bulletin.Content.Difference;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One step of a bulletin: nothing of it changes any more.
 *
 * @param number from 1
 * @param id given by whoever writes it; sending it twice counts once
 * @param basedOn number of the edition that the writer had before the eyes
 * @param actor post that wrote it; empty for the machine
 * @param text what people wrote
 * @param content all figures
 * @param differences figures that differ from the published edition
 * @param published number of the edition published last, itself included; 0 for none
 * @param dataAsOf time up to which the figures are good
 * @param madeAt by the city's clock
 */
public record Edition(
    Period period,
    int number,
    String id,
    int basedOn,
    BulletinState state,
    String actor,
    Text text,
    Content content,
    List<Difference> differences,
    int published,
    Instant dataAsOf,
    Instant madeAt) {

  /**
   * What people wrote.
   *
   * @param opening before the figures; may be empty
   * @param notes by section
   */
  public record Text(String opening, Map<String, String> notes) {
    /** Nothing yet. */
    public static final Text NONE = new Text("", Map.of());

    /** Copies the notes and leaves empty ones out. */
    public Text {
      requireNonNull(opening, "opening");
      notes =
          Map.copyOf(
              notes.entrySet().stream()
                  .filter(note -> !note.getValue().isEmpty())
                  .collect(
                      java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
  }

  /** Copies the differences. */
  public Edition {
    requireNonNull(period, "period");
    requireNonNull(state, "state");
    differences = List.copyOf(differences);
  }

  /** Whether it was written without a person. */
  public boolean byMachine() {
    return actor.isEmpty();
  }
}
