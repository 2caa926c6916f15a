package city.chengmai.analytics.spark;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** Reads the name of a ClickHouse column type and says which Spark type holds its values. */
final class ClickHouseType {

  private static final Pattern WRAPPER = Pattern.compile("(?:LowCardinality|Nullable)\\((.*)\\)");
  private static final Pattern ARRAY = Pattern.compile("Array\\((.*)\\)");
  private static final Pattern DECIMAL = Pattern.compile("Decimal\\((\\d+), ?(\\d+)\\)");
  private static final int LARGEST_PRECISION = 38;

  // Unsigned types take the next wider signed one; UInt64 needs all of 20 digits.
  private static final Map<String, DataType> PLAIN =
      Map.ofEntries(
          Map.entry("Bool", DataTypes.BooleanType),
          Map.entry("Int8", DataTypes.ShortType),
          Map.entry("UInt8", DataTypes.ShortType),
          Map.entry("Int16", DataTypes.ShortType),
          Map.entry("UInt16", DataTypes.IntegerType),
          Map.entry("Int32", DataTypes.IntegerType),
          Map.entry("UInt32", DataTypes.LongType),
          Map.entry("Int64", DataTypes.LongType),
          Map.entry("UInt64", DataTypes.createDecimalType(20, 0)),
          Map.entry("Float32", DataTypes.FloatType),
          Map.entry("Float64", DataTypes.DoubleType),
          Map.entry("Date", DataTypes.DateType),
          Map.entry("Date32", DataTypes.DateType),
          Map.entry("String", DataTypes.StringType),
          Map.entry("UUID", DataTypes.StringType),
          Map.entry("IPv4", DataTypes.StringType),
          Map.entry("IPv6", DataTypes.StringType));

  private ClickHouseType() {}

  static Optional<DataType> toSpark(String typeName) {
    String name = unwrapped(typeName);
    if (PLAIN.containsKey(name)) {
      return Optional.of(PLAIN.get(name));
    }
    if (name.startsWith("DateTime")) {
      return Optional.of(DataTypes.TimestampType);
    }
    if (name.startsWith("Enum") || name.startsWith("FixedString") || name.startsWith("Map(")) {
      return Optional.of(DataTypes.StringType);
    }
    return decimal(name).or(() -> array(name));
  }

  private static String unwrapped(String typeName) {
    Matcher wrapper = WRAPPER.matcher(typeName);
    return wrapper.matches() ? unwrapped(wrapper.group(1)) : typeName;
  }

  private static Optional<DataType> decimal(String name) {
    Matcher decimal = DECIMAL.matcher(name);
    if (!decimal.matches()) {
      return Optional.empty();
    }
    int precision = Math.min(LARGEST_PRECISION, Integer.parseInt(decimal.group(1)));
    return Optional.of(DataTypes.createDecimalType(precision, Integer.parseInt(decimal.group(2))));
  }

  private static Optional<DataType> array(String name) {
    Matcher array = ARRAY.matcher(name);
    return array.matches()
        ? toSpark(array.group(1)).map(DataTypes::createArrayType)
        : Optional.empty();
  }
}
