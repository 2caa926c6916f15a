package city.chengmai.ingest.gateway.key;

import java.util.List;

/**
 * What the key file says of one source; members that are absent are null.
 *
 * @param keySha256 hashes of its keys, several while one replaces another
 * @param sources CloudEvents sources it may send as; a {@code *} at the end stands for any ending
 * @param types event types it may send, written likewise
 * @param eventsPerSecond steady rate, 100 when absent
 * @param burst events that may come at once, twice the rate when absent
 * @param largestEventBytes largest event, 65,536 when absent
 * @param open311Source CloudEvents source of what it files over Open311; absent: it may not
 */
record SourceEntry(
    List<String> keySha256,
    List<String> sources,
    List<String> types,
    Integer eventsPerSecond,
    Integer burst,
    Integer largestEventBytes,
    String open311Source) {}
