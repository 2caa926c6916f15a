package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.event.Event;
import java.util.List;

/**
 * One row and what became of it.
 *
 * @param position rows read once this one is, over all files
 * @param file name of its file
 * @param number its number in that file, from 1; a header does not count
 * @param events in the order they happened; empty when the row was refused
 * @param findings what the mapping had to decide; a refused row has exactly one
 */
public record MappedRow(
    long position, String file, long number, List<Event> events, List<Finding> findings) {

  /** Copies the lists. */
  public MappedRow {
    events = List.copyOf(events);
    findings = List.copyOf(findings);
  }

  /** The names of the findings in counts. */
  public List<String> notes() {
    return findings.stream().map(Finding::wireName).toList();
  }
}
