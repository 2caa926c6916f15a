package city.chengmai.dashboard.page.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * Something to choose in a form.
 *
 * @param heading that begins before it; empty where the one before goes on
 */
public record Choice(String key, String name, String heading, boolean chosen) {

  /** The same with each heading only where it begins. */
  static List<Choice> headed(List<Choice> choices) {
    List<Choice> headed = new ArrayList<>();
    String last = "";
    for (Choice one : choices) {
      headed.add(
          one.heading().equals(last) ? new Choice(one.key(), one.name(), "", one.chosen()) : one);
      last = one.heading();
    }
    return List.copyOf(headed);
  }
}
