package city.chengmai.datasets.mechanism;

import city.chengmai.datasets.catalogue.LocalName;
import city.chengmai.datasets.mechanism.MeasureKind.Need;
import city.chengmai.datasets.mechanism.MeasureKind.Source;
import city.chengmai.datasets.mechanism.MechanismFile.Entry;
import city.chengmai.datasets.mechanism.MechanismFile.MeasureEntry;
import city.chengmai.datasets.mechanism.MechanismFile.MenuEntry;
import city.chengmai.datasets.mechanism.MechanismFile.SplitEntry;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns what is written into mechanisms, or says for people what does not fit. */
final class MechanismCheck {

  private static final Pattern ID = Pattern.compile("00[0-4]-\\d\\d");
  private static final Pattern WORD = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final int MOST_MEASURES = 6;

  /** Parts of the service package, as events name them. */
  static final List<String> PARTS =
      List.of("general-policy", "individual-policy", "appeal-interaction", "welcome");

  private final MechanismFile file;
  private final Map<Source, Map<String, LocalName>> kinds = new EnumMap<>(Source.class);

  MechanismCheck(MechanismFile file) {
    this.file = file;
  }

  Mechanisms checked() {
    declare(Source.REGISTER, file.registers());
    declare(Source.SERVICE, file.services());
    declare(Source.DEMAND, file.demands());
    Set<String> ids = new HashSet<>();
    List<Mechanism> mechanisms = new ArrayList<>();
    for (Entry entry : or(file.mechanisms(), List.<Entry>of())) {
      if (entry.id() == null || !ID.matcher(entry.id()).matches()) {
        throw fault("a mechanism", "id", entry.id(), "the id of a coverage row, such as 001-08");
      }
      if (!ids.add(entry.id())) {
        throw fault(where(entry), "id", entry.id(), "an id that stands once");
      }
      mechanisms.add(mechanism(entry));
    }
    return new Mechanisms(kinds, mechanisms);
  }

  /** A name of a kind tells its source, too: none may stand in two lists. */
  private void declare(Source source, Map<String, LocalName> declared) {
    Map<String, LocalName> names = new LinkedHashMap<>(or(declared, Map.of()));
    for (String kind : names.keySet()) {
      if (!WORD.matcher(kind).matches()) {
        throw fault("list of kinds", "kind", kind, "small letters, digits and dashes");
      }
      for (Map<String, LocalName> other : kinds.values()) {
        if (other.containsKey(kind)) {
          throw fault("list of kinds", "kind", kind, "a kind that stands in one list");
        }
      }
    }
    kinds.put(source, names);
  }

  private Mechanism mechanism(Entry entry) {
    require(entry.name() != null, where(entry), "name", null, "a name with zh and en");
    require(entry.watches() != null, where(entry), "watches", null, "words with zh and en");
    List<MeasureEntry> written = or(entry.measures(), List.<MeasureEntry>of());
    require(
        !written.isEmpty() && written.size() <= MOST_MEASURES,
        where(entry),
        "measures",
        written.size() + " of them",
        "1 to " + MOST_MEASURES);
    Set<String> ids = new HashSet<>();
    List<Measure> measures = new ArrayList<>();
    for (MeasureEntry measure : written) {
      measures.add(measure(where(entry), measure));
      require(ids.add(measure.id()), where(entry), "measure id", measure.id(), "one of each");
    }
    List<Split> splits = new ArrayList<>();
    for (SplitEntry split : or(entry.splits(), List.<SplitEntry>of())) {
      splits.add(split(where(entry), split));
    }
    return new Mechanism(
        entry.id(),
        entry.name(),
        entry.watches(),
        entry.personal(),
        entry.weekly(),
        measures,
        splits,
        Optional.ofNullable(entry.menu()).map(menu -> menu(where(entry), menu)),
        map(entry));
  }

  private Measure measure(String mechanism, MeasureEntry written) {
    String where = mechanism + ", measure " + written.id();
    require(
        written.id() != null && WORD.matcher(written.id()).matches(),
        where,
        "id",
        written.id(),
        "small letters, digits and dashes");
    require(written.name() != null, where, "name", null, "a name with zh and en");
    MeasureKind kind =
        MeasureKind.of(or(written.kind(), ""))
            .orElseThrow(
                () -> fault(where, "kind", written.kind(), "one of " + MeasureKind.list()));
    switch (kind.source()) {
      case CASE -> require(written.of() != null, where, "of", null, "the id of a category");
      case ARRIVAL ->
          require(
              PARTS.contains(or(written.of(), "")),
              where,
              "of",
              written.of(),
              "one of " + String.join(", ", PARTS));
      default -> known(where, "of", written.of(), kind.source());
    }
    boolean dated = kind.needs(Need.DAYS);
    require(
        dated ? or(written.days(), 0) > 0 : written.days() == null,
        where,
        "days",
        written.days(),
        dated ? "1 or more" : "nothing, as this kind needs none");
    word(where, "attribute", written.attribute(), kind.needs(Need.ATTRIBUTE));
    word(where, "over", written.over(), kind.needs(Need.OVER));
    word(where, "register", written.register(), kind.needs(Need.REGISTER));
    if (kind.needs(Need.REGISTER)) {
      known(where, "register", written.register(), Source.REGISTER);
    }
    long smallest = or(written.smallest(), kind.shape().smallest());
    require(smallest >= 0, where, "smallest", smallest, "0 or more");
    return new Measure(
        written.id(),
        written.name(),
        kind,
        written.of(),
        or(written.attribute(), ""),
        or(written.over(), ""),
        or(written.register(), ""),
        or(written.days(), 0),
        smallest);
  }

  private Split split(String mechanism, SplitEntry written) {
    String where = mechanism + ", split of " + written.of();
    require(written.name() != null, where, "name", null, "a name with zh and en");
    require(
        written.by() != null && !written.by().isBlank(), where, "by", written.by(), "an attribute");
    Source source =
        kinds.entrySet().stream()
            .filter(one -> one.getValue().containsKey(or(written.of(), "")))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow(() -> fault(where, "of", written.of(), "a kind that is declared above"));
    return new Split(
        written.name(), source, written.of(), written.by(), or(written.values(), Map.of()));
  }

  private String map(Entry entry) {
    if (entry.map() == null) {
      return "";
    }
    known(where(entry), "map", entry.map(), Source.REGISTER);
    require(
        !entry.personal(),
        where(entry),
        "map",
        entry.map(),
        "nothing, as places of single persons are not shown");
    return entry.map();
  }

  private Menu menu(String mechanism, MenuEntry written) {
    String where = mechanism + ", menu";
    known(where, "register", written.register(), Source.REGISTER);
    known(where, "service", written.service(), Source.SERVICE);
    if (written.demand() != null) {
      known(where, "demand", written.demand(), Source.DEMAND);
    }
    return new Menu(written.register(), or(written.demand(), ""), written.service());
  }

  private void known(String where, String key, String kind, Source source) {
    Set<String> declared = kinds.get(source).keySet();
    require(
        declared.contains(or(kind, "")), where, key, kind, "one of " + String.join(", ", declared));
  }

  private static void word(String where, String key, String value, boolean needed) {
    require(
        needed == (value != null && !value.isBlank()),
        where,
        key,
        value,
        needed ? "a word, which this kind needs" : "nothing, as this kind needs none");
  }

  private static String where(Entry entry) {
    return "mechanism " + entry.id();
  }

  private static void require(
      boolean holds, String where, String key, Object seen, String expected) {
    if (!holds) {
      throw fault(where, key, seen, expected);
    }
  }

  private static IllegalArgumentException fault(
      String where, String key, Object seen, String expected) {
    return new IllegalArgumentException(
        "mechanisms.yaml, %s: %s is %s; expected %s. Correct the declaration and start again."
            .formatted(where, key, seen == null ? "missing" : "\"" + seen + "\"", expected));
  }

  private static <T> T or(T value, T instead) {
    return value == null ? instead : value;
  }
}
