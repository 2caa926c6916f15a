package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.mapping.LocalTimes.Reading;
import city.chengmai.datasets.source.mapping.TimeFormat.Gap;
import city.chengmai.datasets.source.mapping.TimeFormat.Overlap;
import java.time.ZoneId;
import java.util.Optional;

/** Reads the moments of rows as the mapping says. Thread-safe. */
final class MomentReader {

  private final TimeFormat format;
  private final LocalTimes times;

  MomentReader(TimeFormat format, ZoneId cityZone) {
    this.format = format;
    this.times = format.reader(cityZone);
  }

  /**
   * The moment in this field, empty when it is blank.
   *
   * @param name opened, due or closed
   */
  Optional<Reading> read(Row row, Field field, String name) throws RowRefusedException {
    String text = field.text(row);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Reading read = times.read(text).orElseThrow(() -> row.refusal(RowNote.UNREADABLE_TIME, field));
    return Optional.of(settled(row, field, name, read));
  }

  /** The same, but a time that cannot be read is only noted. */
  Optional<Reading> readOrNote(Row row, Field field, String name, RowNote note)
      throws RowRefusedException {
    String text = field.text(row);
    if (!text.isEmpty() && times.read(text).isEmpty()) {
      row.note(note, field);
      return Optional.empty();
    }
    return read(row, field, name);
  }

  private Reading settled(Row row, Field field, String name, Reading read)
      throws RowRefusedException {
    if (read.ambiguous()) {
      if (format.overlap() == Overlap.REFUSE) {
        throw row.refusal(RowNote.AMBIGUOUS_TIME, field);
      }
      row.note(RowNote.AMBIGUOUS_TIME, field);
    }
    if (read.skipped()) {
      if (format.gap() == Gap.REFUSE) {
        throw row.refusal(RowNote.SKIPPED_TIME, field);
      }
      row.note(RowNote.SKIPPED_TIME, field);
    }
    return format.midnightIsDay().contains(name) ? times.midnightAsDay(read) : read;
  }
}
