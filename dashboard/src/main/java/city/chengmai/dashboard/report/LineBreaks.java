package city.chengmai.dashboard.report;

import com.openhtmltopdf.extend.FSTextBreaker;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Where a line of a document may end: as the platform has it, yet never within a number, a day or a
 * time of day, since "−3." at the end of a line reads as minus three. Not thread-safe: one for each
 * document.
 */
final class LineBreaks implements FSTextBreaker {

  /** What holds digits together: 3.5, 1,000, 10:30, 2026-10-31. */
  private static final String JOINTS = ".,:-";

  /** What belongs to the digits that follow: plus, minus. */
  private static final String SIGNS = "+\u2212";

  private final BreakIterator breaks = BreakIterator.getLineInstance(Locale.ROOT);
  private String text = "";

  @Override
  public void setText(String newText) {
    text = newText;
    breaks.setText(newText);
  }

  /** The next place, or {@link BreakIterator#DONE}. */
  @Override
  public int next() {
    int place = breaks.next();
    while (place != BreakIterator.DONE && withinNumber(place)) {
      place = breaks.next();
    }
    return place;
  }

  private boolean withinNumber(int place) {
    if (place < 1 || !digit(place)) {
      return false;
    }
    char before = text.charAt(place - 1);
    return SIGNS.indexOf(before) >= 0 || (JOINTS.indexOf(before) >= 0 && digit(place - 2));
  }

  private boolean digit(int place) {
    return place >= 0
        && place < text.length()
        && text.charAt(place) >= '0'
        && text.charAt(place) <= '9';
  }
}
