package city.chengmai.datasets.event;

import java.util.List;
import java.util.Locale;

/**
 * Types of events that belong together. A type belongs to the family that has its first word; each
 * word stands for one kind of entity, whose id is the event's {@code subject}.
 */
public enum EventFamily {
  /** A matter with a lifecycle (案件). */
  CASE("case"),
  /** A 12345 hotline order (工单). */
  ORDER("order"),
  /** A complaint about a construction site (工地投诉). */
  COMPLAINT("complaint"),
  /** A patrol round (巡查). */
  PATROL("patrol"),
  /** Something that the law was enforced by (执法). */
  ENFORCEMENT("enforcement"),
  /** A visit to people, enterprises or committees, and the issues it brought up (走访). */
  VISIT("visit"),
  /** An enterprise, what it asks for and what it is given (企业). */
  ENTERPRISE("enterprise", "appeal", "package"),
  /** A building and who sits in it (楼宇). */
  BUILDING("building", "occupancy"),
  /** A base record and its correction (基础数据与校准). */
  RECORD("record", "discrepancy", "calibration"),
  /** A model, its runs and what they singled out (赋能). */
  MODEL("model", "hit"),
  /** A measure that the system suggests (建议). */
  SUGGESTION("suggestion"),
  /** A device in the field (物联设备). */
  DEVICE("device"),
  /** A component of the city that can be counted (部件). */
  COMPONENT("component"),
  /** A people's-heart project and a lift retrofit (民心工程). */
  PROJECT("project", "lift"),
  /** A service that was held, and what is needed (服务与需求). */
  SERVICE("service", "demand"),
  /** A feed that sends events (接入). */
  FEED("feed");

  @SuppressWarnings("ImmutableEnumChecker") // List.of makes an immutable list
  private final List<String> words;

  EventFamily(String... words) {
    this.words = List.of(words);
  }

  /** The first words of its types' names. */
  public List<String> words() {
    return words;
  }

  /** The name in documents, for example {@code case}. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static EventFamily of(String word) {
    for (EventFamily family : values()) {
      if (family.words.contains(word)) {
        return family;
      }
    }
    throw new IllegalArgumentException("no event family has the word \"" + word + "\"");
  }
}
