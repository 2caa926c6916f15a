package city.chengmai.ingest;

import city.chengmai.ingest.replay.FileImport;
import java.io.Console;
import java.util.Locale;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far an import is: a bar to a person, lines to a program. */
interface ImportProgress extends FileImport.Progress, AutoCloseable {

  /** A bar when a terminal is there. */
  @SuppressWarnings("SystemConsoleNull") // in Java 17 null says that there is no terminal
  static ImportProgress open(Consumer<String> lines) {
    return isTerminal() ? new Bar() : new Lines(lines);
  }

  @SuppressWarnings("SystemConsoleNull") // newer versions are asked below
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null) {
      return false;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return true; // before Java 22 there is a console on a terminal only
    }
  }

  @Override
  void close();

  /** A line whenever another fiftieth is done, in bytes read. */
  final class Lines implements ImportProgress {

    private static final int PARTS = 50;

    private final Consumer<String> lines;
    private long shown = -1;

    Lines(Consumer<String> lines) {
      this.lines = lines;
    }

    @Override
    public void at(long bytes, long allBytes, long rows, long sent) {
      long part = allBytes > 0 ? bytes * PARTS / allBytes : rows / 100_000;
      if (part > shown) {
        shown = part;
        lines.accept(
            String.format(
                Locale.ROOT,
                "progress import %d %d %d rows, %d events sent",
                bytes,
                allBytes,
                rows,
                sent));
      }
    }

    @Override
    public void close() {}
  }

  /** A bar on the terminal, in bytes read. */
  final class Bar implements ImportProgress {

    private static final long KIBIBYTE = 1 << 10;

    private final ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("import")
            .setUnit(" KiB", KIBIBYTE)
            .setStyle(ProgressBarStyle.ASCII)
            .setInitialMax(-1)
            .build();

    @Override
    public void at(long bytes, long allBytes, long rows, long sent) {
      bar.maxHint(allBytes > 0 ? allBytes : -1);
      bar.stepTo(bytes);
      bar.setExtraMessage(String.format(Locale.ROOT, "%d rows, %d events sent", rows, sent));
    }

    @Override
    public void close() {
      bar.close();
    }
  }
}
