package city.chengmai.datasets.source.mapping;

import city.chengmai.datasets.source.FeedRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Rows of a parser from a position on, mapped one by one. Closes the parser after the last row. */
final class RowIterator implements Iterator<FeedRecord> {

  private final CSVParser parser;
  private final Iterator<CSVRecord> cells;
  private final RowMapper rows;
  private long position;

  RowIterator(CSVParser parser, RowMapper rows, long start) {
    this.parser = parser;
    this.cells = parser.iterator();
    this.rows = rows;
    while (position < start && hasNext()) {
      cells.next();
      position++;
    }
  }

  @Override
  public boolean hasNext() {
    if (parser.isClosed()) {
      return false;
    }
    boolean more = cells.hasNext();
    if (!more) {
      close();
    }
    return more;
  }

  @Override
  public FeedRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException("the feed has " + position + " rows");
    }
    position++;
    return rows.map(cells.next(), position);
  }

  private void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw new UncheckedIOException("closing the rows after row " + position, e);
    }
  }
}
