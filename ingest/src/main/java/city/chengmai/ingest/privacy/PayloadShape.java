package city.chengmai.ingest.privacy;

import city.chengmai.datasets.event.EventType;
import city.chengmai.datasets.event.PayloadMember;
import city.chengmai.datasets.event.PayloadMember.Holds;
import city.chengmai.datasets.event.PayloadMember.Kind;
import city.chengmai.datasets.event.PayloadMembers;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What the texts of a payload may hold, as a tree to walk beside the payload. */
final class PayloadShape {

  private static final Map<EventType, PayloadShape> ALL = all();

  final Holds holds;
  final boolean isMap;

  /** Members by name; in a map and an array the one shape of all elements is under "". */
  final Map<String, PayloadShape> members = new HashMap<>();

  private PayloadShape(Holds holds, boolean isMap) {
    this.holds = holds;
    this.isMap = isMap;
  }

  static PayloadShape of(EventType type) {
    return ALL.get(type);
  }

  PayloadShape member(String name) {
    return members.get(isMap ? "" : name);
  }

  PayloadShape element() {
    return members.get("");
  }

  /** Names of all members of all types that hold a person. */
  static Set<String> personNames() {
    Set<String> names = new TreeSet<>();
    for (EventType type : EventType.values()) {
      for (PayloadMember member : PayloadMembers.of(type)) {
        if (member.holds() == Holds.PERSON) {
          names.add(member.path().substring(member.path().lastIndexOf('.') + 1));
        }
      }
    }
    return names;
  }

  private static Map<EventType, PayloadShape> all() {
    Map<EventType, PayloadShape> all = new EnumMap<>(EventType.class);
    for (EventType type : EventType.values()) {
      Map<String, PayloadShape> byPath = new HashMap<>();
      byPath.put("", new PayloadShape(Holds.WORDS, false));
      PayloadMembers.of(type).forEach(member -> add(member, byPath));
      all.put(type, byPath.get(""));
    }
    return all;
  }

  private static void add(PayloadMember member, Map<String, PayloadShape> byPath) {
    PayloadShape shape = new PayloadShape(member.holds(), member.kind() == Kind.MAP);
    String path = member.path();
    byPath.put(path, shape);
    boolean inArray = path.endsWith("[]");
    int cut = inArray ? path.length() - 2 : Math.max(0, path.lastIndexOf('.'));
    String name = inArray ? "" : path.substring(cut == 0 ? 0 : cut + 1);
    byPath.get(path.substring(0, cut)).members.put(name.equals("*") ? "" : name, shape);
  }
}
