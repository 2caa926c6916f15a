package city.chengmai.datasets.source.mapping;

import static java.util.Objects.requireNonNullElse;

import city.chengmai.datasets.source.CityConfigurationException;
import city.chengmai.datasets.source.file.Words;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a value comes from and what is made of it. In a mapping it is the name of a column, or
 * these keys. The text is taken from the first of {@code column, constant, from-file, first-of,
 * join, hash} that is given; then {@code when, blank, pattern, contains, values, default} apply in
 * this order.
 *
 * @param column names of the column, the first one that the file has
 * @param constant the same text for every row
 * @param fromFile expression whose first group is taken from the file's path
 * @param firstOf the first of these that is not blank
 * @param join these, joined by the separator; blank when all of them are
 * @param separator between joined texts, a blank when not given
 * @param hash 24 hexadecimal digits of SHA-256 over these
 * @param pattern expression whose first group (else the whole match) is taken from the text
 * @param blank texts that stand for nothing
 * @param when the condition without which the text is blank
 * @param contains ours for the first of these words that occurs in the text
 * @param values their word to ours
 * @param fallback ours for a text that is blank or no known word
 * @param prefix what an id begins with in this installation
 */
public record Field(
    @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> column,
    String constant,
    Pattern fromFile,
    List<Field> firstOf,
    List<Field> join,
    String separator,
    List<Field> hash,
    Pattern pattern,
    List<String> blank,
    When when,
    Map<String, String> contains,
    Map<String, String> values,
    @JsonProperty("default") String fallback,
    String prefix) {

  /** No value. */
  static final Field NONE = of("");

  /** Fills in the defaults. */
  @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
  public Field {
    column = List.copyOf(requireNonNullElse(column, List.of()));
    constant = requireNonNullElse(constant, "");
    firstOf = List.copyOf(requireNonNullElse(firstOf, List.of()));
    join = List.copyOf(requireNonNullElse(join, List.of()));
    separator = requireNonNullElse(separator, " ");
    hash = List.copyOf(requireNonNullElse(hash, List.of()));
    blank = requireNonNullElse(blank, List.<String>of()).stream().map(Words::normal).toList();
    contains = new LinkedHashMap<>(requireNonNullElse(contains, Map.of()));
    values = Words.keys(requireNonNullElse(values, Map.of()));
    fallback = requireNonNullElse(fallback, "");
    prefix = requireNonNullElse(prefix, "");
  }

  /** The field of a column, none when the name is empty. */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Field of(String column) {
    return new Field(
        column.isEmpty() ? List.of() : List.of(column),
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /**
   * The condition of a field.
   *
   * @param column names of the column, the first one that the file has
   * @param is words of which it must hold one
   */
  public record When(
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> column,
      @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY) List<String> is) {

    /** Refuses missing keys. */
    public When {
      if (column == null || is == null) {
        throw new CityConfigurationException("when needs the keys column and is");
      }
      column = List.copyOf(column);
      is = is.stream().map(Words::normal).toList();
    }
  }

  /** Whether it names no source at all. */
  boolean isNone() {
    return column.isEmpty()
        && constant.isEmpty()
        && fromFile == null
        && firstOf.isEmpty()
        && join.isEmpty()
        && hash.isEmpty();
  }

  /** The text: ours where there is one, else theirs, else the default. */
  String text(Row row) {
    String theirs = theirs(row);
    if (values.isEmpty() && contains.isEmpty()) {
      return theirs.isEmpty() ? fallback : theirs;
    }
    // A free text without any of the words is no word of ours; an unknown word may be a name.
    boolean passedOn = fallback.isEmpty() && contains.isEmpty();
    return known(theirs).orElse(passedOn ? theirs : fallback);
  }

  /** Our word for the text, empty when it is no known one. */
  Optional<String> known(String theirs) {
    if (theirs.isEmpty()) {
      return Optional.empty();
    }
    String found = contained(theirs);
    if (found != null) {
      return Optional.of(found);
    }
    return Optional.ofNullable(values.get(Words.normal(theirs)));
  }

  /** The text before anything is made of it. */
  String theirs(Row row) {
    if (when != null && !when.is().contains(Words.normal(row.cell(when.column())))) {
      return "";
    }
    String text = source(row);
    if (text.isEmpty() || blank.contains(Words.normal(text))) {
      return "";
    }
    return pattern == null ? text : first(pattern, text);
  }

  /** What messages may show of it: not a free text that is searched for words. */
  String shown(Row row) {
    return contains.isEmpty() ? theirs(row) : "";
  }

  /** How messages call it. */
  String label() {
    if (!column.isEmpty()) {
      return String.join(" or ", column);
    }
    return Stream.of(firstOf, join, hash)
        .flatMap(List::stream)
        .map(Field::label)
        .collect(Collectors.joining(", "));
  }

  /** The alternatives of every column that it needs. */
  Stream<List<String>> needed() {
    Stream<List<String>> own = Stream.of(column, when == null ? List.<String>of() : when.column());
    Stream<List<String>> below =
        Stream.of(firstOf, join, hash).flatMap(List::stream).flatMap(Field::needed);
    return Stream.concat(own, below).filter(names -> !names.isEmpty());
  }

  private String source(Row row) {
    if (!column.isEmpty()) {
      return row.cell(column);
    }
    if (!constant.isEmpty()) {
      return constant;
    }
    if (fromFile != null) {
      return first(fromFile, row.source().file());
    }
    if (!firstOf.isEmpty()) {
      return texts(firstOf, row).filter(text -> !text.isEmpty()).findFirst().orElse("");
    }
    List<Field> parts = join.isEmpty() ? hash : join;
    if (parts.isEmpty() || texts(parts, row).allMatch(String::isEmpty)) {
      return "";
    }
    return join.isEmpty()
        ? Hashes.hexadecimal(texts(hash, row).toList())
        : texts(join, row).collect(Collectors.joining(separator));
  }

  private static Stream<String> texts(List<Field> fields, Row row) {
    return fields.stream().map(field -> field.text(row));
  }

  private String contained(String text) {
    return contains.entrySet().stream()
        .filter(word -> text.contains(word.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  private static String first(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      return "";
    }
    String found = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    return Objects.requireNonNullElse(found, "").strip();
  }
}
