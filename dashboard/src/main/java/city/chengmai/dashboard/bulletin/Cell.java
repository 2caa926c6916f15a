package city.chengmai.dashboard.bulletin;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/** What stands in one place of a bulletin, in no language: equal cells read the same. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "cell")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Cell.Words.class, name = "words"),
  @JsonSubTypes.Type(value = Cell.Amount.class, name = "amount"),
  @JsonSubTypes.Type(value = Cell.Rate.class, name = "rate"),
  @JsonSubTypes.Type(value = Cell.Change.class, name = "change"),
  @JsonSubTypes.Type(value = Cell.Moment.class, name = "moment")
})
public sealed interface Cell {

  /** A number that is not there. */
  Cell NOTHING = new Words("–", "–", "");

  /**
   * A text in both languages, as it was when the bulletin was written.
   *
   * @param link address of its page, empty for none
   */
  record Words(String zh, String en, String link) implements Cell {
    /** Checks that nothing is missing. */
    public Words {
      requireNonNull(zh, "zh");
      requireNonNull(en, "en");
      requireNonNull(link, "link");
    }

    /** A proper name, the same in both languages. */
    public static Words name(String name) {
      return new Words(name, name, "");
    }

    /** The same with a link. */
    public Words to(String address) {
      return new Words(zh, en, address);
    }
  }

  /**
   * A number.
   *
   * @param value rounded to its decimals
   * @param unit as {@link Rounded} names it
   */
  record Amount(double value, int decimals, String unit) implements Cell {
    /** Rounds the number, so that equal ones read the same. */
    public Amount {
      value = Rounded.to(value, decimals);
    }

    /** A count of something. */
    public static Amount count(long value) {
      return new Amount(value, 0, Rounded.COUNT);
    }
  }

  /**
   * A value with what it was made from.
   *
   * @param value in the unit, null unless measured
   * @param numerator above the line
   * @param denominator below the line
   * @param unit as {@link Rounded} names it
   * @param state measured, insufficient, not-applicable, no-data
   */
  record Rate(
      Double value, double numerator, double denominator, String unit, int decimals, String state)
      implements Cell {
    /** Rounds the numbers, so that equal ones read the same. */
    public Rate {
      value = value == null ? null : Rounded.to(value, decimals);
      numerator = Rounded.to(numerator, 2);
      denominator = Rounded.to(denominator, 2);
      requireNonNull(state, "state");
    }

    /** A share in per cent; of nothing it is no data. */
    public static Rate share(long numerator, long denominator) {
      return denominator == 0
          ? new Rate(null, numerator, denominator, Rounded.PERCENT, 1, "no-data")
          : new Rate(
              100.0 * numerator / denominator,
              numerator,
              denominator,
              Rounded.PERCENT,
              1,
              "measured");
    }
  }

  /**
   * A difference, told with its sign.
   *
   * @param value rounded to its decimals
   */
  record Change(double value, int decimals, String unit) implements Cell {
    /** Rounds the number, so that equal ones read the same. */
    public Change {
      value = Rounded.to(value, decimals);
    }
  }

  /** A moment, told in the city's zone. */
  record Moment(Instant at) implements Cell {}
}
