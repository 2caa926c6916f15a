package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.file.BadInputException;
import city.chengmai.datasets.source.file.CountedFile;
import city.chengmai.datasets.source.file.DataFile;
import city.chengmai.datasets.source.file.RowReader;
import city.chengmai.datasets.source.file.SourceRow;
import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The rows of all files, mapped one by one. Belongs to one thread; closes each file at its end. */
public final class MappedRows implements Iterator<MappedRow>, Closeable {

  private final MappedFiles mapped;
  private final Iterator<DataFile> files;
  private final Memory memory;
  private CountedFile file;
  private RowReader reader;
  private Optional<SourceRow> ahead = Optional.empty();
  private long position;
  private long bytesBefore;

  MappedRows(MappedFiles mapped) {
    this.mapped = mapped;
    this.files = mapped.files().iterator();
    this.memory = new Memory(mapped.mapping());
  }

  @Override
  public boolean hasNext() {
    while (ahead.isEmpty() && (reader != null || files.hasNext())) {
      read();
    }
    return ahead.isPresent();
  }

  @Override
  public MappedRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the files have " + position + " rows");
    }
    SourceRow row = ahead.orElseThrow();
    ahead = Optional.empty();
    position++;
    return map(row);
  }

  /** Bytes read so far, over all files. */
  public long bytesDone() {
    return bytesBefore + (reader == null ? 0 : Math.min(file.read(), file.size()));
  }

  /** Cases of earlier files that the last file does not list; 0 unless files are snapshots. */
  public long vanished() {
    return memory.vanished();
  }

  @Override
  public void close() {
    if (reader != null) {
      try {
        reader.close();
      } catch (IOException e) {
        throw failure(e);
      }
      reader = null;
    }
  }

  private MappedRow map(SourceRow source) {
    try {
      Row row = new Row(source);
      var events = mapped.mapper().map(row, memory);
      return new MappedRow(position, source.file(), source.number(), events, row.findings());
    } catch (RowRefusedException e) {
      return new MappedRow(
          position, source.file(), source.number(), List.of(), List.of(e.finding()));
    }
  }

  private void read() {
    try {
      if (reader == null) {
        file = new CountedFile(files.next());
        reader = mapped.open(file);
        memory.nextFile();
      }
      ahead = reader.next();
      if (ahead.isEmpty()) {
        bytesBefore += file.size();
        close();
      }
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private BadInputException failure(IOException cause) {
    return new BadInputException(
        "reading rows of "
            + file.name()
            + " stopped after row "
            + position
            + " of all files: "
            + cause.getMessage(),
        cause);
  }
}
