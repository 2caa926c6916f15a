/**
 * Alert rules that are one question to ClickHouse each: an entry of {@code rules.yaml} with method
 * {@code query} and a file {@code job/alert/aNN.sql}. A question answers with one row a finding:
 *
 * <pre>
 * finding       String     what it is known by within the rule; the same cause has the same key tomorrow
 * continues     String     key of the earlier finding that it goes on from, may be left out
 * severity      String     notice, warning, alarm
 * area          String     area id, '' for the whole city
 * areas         Array      all areas of a finding that spans several, may be left out
 * category      String     may be left out
 * subject       String     what it is about besides area and category, may be left out
 * period_start  DateTime64 of what was looked at
 * period_end    DateTime64 exclusive
 * known_at      DateTime64 when it could be known first
 * over_at       Nullable   when its cause was or will be gone, may be left out
 * observed      Float64
 * expected      Nullable   may be left out
 * upper         Nullable   the bound that was passed, may be left out
 * evidence      Array      keys of the rows behind it, at most 50
 * evidence_total UInt
 * longitude, latitude, radius  Nullable, may be left out
 * details       Map(String, String), may be left out
 * from_missing  UInt8      1 when it rests on something that did not come, may be left out
 * </pre>
 *
 * <p>Bound by name in every question: {@code {zone:String}}, {@code {root:String}} (the city's
 * area), {@code {since:DateTime64(3, 'UTC')}} (findings whose period begins earlier are not asked
 * for), {@code {until:DateTime64(3, 'UTC')}} (the city's present), {@code {first_day:Date}}, each
 * parameter of the rule as a Float64 with {@code _} for {@code -}, and each list of words as an
 * Array(String).
 */
package city.chengmai.analytics.job.rule;
