package city.chengmai.ingest.lifecycle;

import city.chengmai.testing.fuzz.FuzzTarget;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a store of the topology gives back: a case's history, or a word that it is none. */
public final class CaseHistoryFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    byte[] counts = {3, 0, 0, 0, 1, 'a', 0, 0, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f};
    return List.of(new String(counts, StandardCharsets.ISO_8859_1), "\u0001\u0000\u0001a", "");
  }

  @Override
  public void take(byte[] input) {
    try {
      CaseHistory.of(input);
    } catch (StateFormatException refused) {
      return;
    }
  }
}
