package city.chengmai.dashboard.page.bulletin;

import city.chengmai.dashboard.bulletin.Edition;
import city.chengmai.dashboard.bulletin.Edition.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of the form: what stands, and what was typed where it could not be taken. */
final class EditionFields {

  /**
   * A field.
   *
   * @param text what the field holds
   * @param theirs what somebody else wrote meanwhile; empty when it is the same
   */
  public record Field(String id, String title, String text, String theirs) {}

  private EditionFields() {}

  static void put(Map<String, Object> model, Edition edition, Optional<EditForm> typed) {
    Text stands = edition.text();
    Text mine = typed.map(EditForm::text).orElse(stands);
    model.put("openingField", field("opening", "", mine.opening(), stands.opening()));
    model.put(
        "fields",
        ((List<?>) model.get("sections"))
            .stream()
                .map(SectionView.class::cast)
                .map(
                    section ->
                        field(
                            section.id(),
                            section.title(),
                            mine.notes().getOrDefault(section.id(), ""),
                            stands.notes().getOrDefault(section.id(), "")))
                .toList());
    model.put("basedOn", edition.number());
  }

  private static Field field(String id, String title, String mine, String stands) {
    return new Field(id, title, mine, mine.equals(stands) ? "" : stands);
  }
}
