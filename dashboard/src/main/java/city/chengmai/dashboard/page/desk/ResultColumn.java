package city.chengmai.dashboard.page.desk;

/**
 * A column of a result.
 *
 * @param name as selected
 * @param type ClickHouse type
 */
record ResultColumn(String name, String type) {

  ColumnKind kind() {
    return ColumnKind.of(type);
  }
}
