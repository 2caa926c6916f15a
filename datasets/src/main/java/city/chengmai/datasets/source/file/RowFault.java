package city.chengmai.datasets.source.file;

/** What can be wrong with a row before anybody looks at its columns. */
public enum RowFault {
  /** Nothing. */
  NONE,
  /** It has another number of cells than the header. */
  CELLS,
  /** It holds bytes that are not in the file's charset. */
  BAD_ENCODING,
  /** It cannot be read as a row at all, for example a line that is not JSON. */
  UNREADABLE
}
