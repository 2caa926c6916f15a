package city.chengmai.dashboard.local;

import java.nio.file.Path;

/** A data directory is in use by another launcher. */
final class DirectoryInUseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DirectoryInUseException(Path directory, String holder) {
    super(
        "data directory "
            + directory
            + " is in use by "
            + (holder.isEmpty() ? "another process" : holder)
            + ": stop that one (Ctrl-C there), or choose another directory with -Ddata=DIR");
  }
}
