package city.chengmai.ingest.sink;

/**
 * Where a row came from.
 *
 * @param topic topic of its record
 * @param partition partition of its record
 * @param offset offset of its record
 * @param key key of its record as text
 */
record Origin(String topic, int partition, long offset, String key) {

  String id() {
    return topic + "-" + partition + "-" + offset;
  }
}
