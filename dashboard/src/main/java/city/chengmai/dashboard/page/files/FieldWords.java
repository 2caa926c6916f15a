package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.i18n.Messages;
import city.chengmai.dashboard.page.CityModel;
import city.chengmai.datasets.catalogue.FileField;
import city.chengmai.datasets.catalogue.FileRule;

/** Names of fields and their values in one language. */
public final class FieldWords {

  private final FileRule rule;
  private final CityModel city;
  private final Figures figures;
  private final Messages messages;

  FieldWords(FileRule rule, CityModel city, Figures figures) {
    this.rule = rule;
    this.city = city;
    this.figures = figures;
    this.messages = figures.messages();
  }

  /** The name of a field; as the source calls it where it is not ours. */
  public String name(String field) {
    return messages.textOr("file.field." + field, field);
  }

  /** A value as people read it; a dash for none. */
  public String value(String field, String value) {
    if (value.isBlank()) {
      return Figures.NONE;
    }
    if (field.equals("grid")) {
      return city.areaName(value, messages.language());
    }
    String kind =
        rule.fields().stream()
            .filter(one -> one.name().equals(field))
            .map(FileField::kind)
            .findFirst()
            .orElse("word");
    return switch (kind) {
      case "count", "area", "ten-thousand-yuan", "size" -> measured(kind, value);
      case "word" -> messages.textOr("file.value." + field + "." + value, value);
      default -> value;
    };
  }

  private String measured(String kind, String value) {
    try {
      String number = figures.amount(Double.parseDouble(value));
      return kind.equals("count") ? number : messages.text("file.unit." + kind, number);
    } catch (NumberFormatException notANumber) {
      return value;
    }
  }
}
