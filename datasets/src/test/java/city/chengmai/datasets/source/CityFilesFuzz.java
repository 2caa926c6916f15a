package city.chengmai.datasets.source;

import city.chengmai.testing.fuzz.FuzzTarget;
import java.util.List;

/**
 * The files of a city other than its areas: its first letter says which, and the others stay good.
 */
public final class CityFilesFuzz implements FuzzTarget {

  @Override
  public List<String> seeds() {
    return List.of(
        "d"
            + """
            name-zh: 小城
            name-en: Small
            zone: Asia/Shanghai
            holidays: china
            first-day: 2024-01-01
            last-day: 2024-02-01
            feeds: feeds.yaml
            feed: {kind: mapping, mapping: mapping.yaml}
            """,
        "cid,name-zh,name-en\n市容,市容,Looks\n市容/乱停车,乱停车,Parking\n",
        "c\"id\",\"name-zh\",name-en\r\n\"a\nb\",x,y\r\n",
        "f"
            + """
            feeds:
              - id: hotline
                name: {zh: 热线, en: Hotline}
                sources: [urn:a, urn:b]
                silent-minutes: 30
            """,
        "f[]",
        "f~");
  }

  @Override
  public List<String> words() {
    return List.of(
        "name-zh:", "feeds:", "sources:", "null", "~", "&a", "*a", "!!int", "---", "id,");
  }

  @Override
  public void take(byte[] input) {
    if (input.length == 0) {
      return;
    }
    byte[] rest = java.util.Arrays.copyOfRange(input, 1, input.length);
    InMemoryCityFiles files = new InMemoryCityFiles();
    try {
      switch (input[0]) {
        case 'd' -> Cities.fromFiles(files.with("city.yaml", rest));
        case 'c' -> CategoryFile.read(files.with("categories.csv", rest), "categories.csv");
        default -> FeedRegistry.read(files.with("feeds.yaml", rest), "feeds.yaml");
      }
    } catch (CityConfigurationException refused) {
      return;
    }
  }
}
