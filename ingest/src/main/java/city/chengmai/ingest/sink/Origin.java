package city.chengmai.ingest.sink;

/**
 * Where a row came from.
 *
 * @param topic topic of its record
 * @param partition partition of its record
 * @param offset offset of its record
 * @param key key of its record as text
 * @param row number of the row in a record of several, -1 in a record of one
 */
record Origin(String topic, int partition, long offset, String key, int row) {

  Origin(String topic, int partition, long offset, String key) {
    this(topic, partition, offset, key, -1);
  }

  /** One row of this record. */
  Origin row(int number, String entity) {
    return new Origin(topic, partition, offset, entity, number);
  }

  String id() {
    String id = topic + "-" + partition + "-" + offset;
    return row < 0 ? id : id + "-" + row;
  }
}
