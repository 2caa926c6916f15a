package city.chengmai.dashboard.page.files;

import city.chengmai.dashboard.http.PathSegment;
import city.chengmai.dashboard.i18n.Figures;
import city.chengmai.dashboard.query.FileQueries;
import city.chengmai.dashboard.query.FileQueries.Cut;
import city.chengmai.dashboard.query.FileQueries.Search;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names of enterprises and buildings by id, and where their files are. */
final class FileNames {

  private static final int MOST = 1000;

  private final FileQueries files;
  private final Map<String, String> names = new HashMap<>();

  FileNames(FileQueries files) {
    this.files = files;
  }

  /** Looks these ids up at once; nothing is asked for what is known already. */
  void learn(String kind, Stream<String> ids) {
    List<String> unknown =
        ids.filter(id -> !id.isEmpty() && !names.containsKey(key(kind, id)))
            .distinct()
            .limit(MOST)
            .toList();
    if (unknown.isEmpty()) {
      return;
    }
    Search search = new Search(kind, unknown, "", "", List.of(), Instant.EPOCH);
    files
        .files(search, new Cut("name", MOST, 0))
        .forEach(row -> names.put(key(kind, row.id()), row.field("name")));
  }

  /** Takes over names that are known from elsewhere. */
  void know(String kind, Collection<FileQueries.FileRow> rows) {
    rows.forEach(row -> names.put(key(kind, row.id()), row.field("name")));
  }

  /** The link to a record; without a path when it has no file, a dash when there is no id. */
  Link link(String kind, String id) {
    if (id.isEmpty()) {
      return new Link(Figures.NONE, "");
    }
    String of = kind.equals("shop") ? "enterprise" : kind;
    String name = names.get(key(of, id));
    if (name == null) {
      return new Link(id, "");
    }
    return new Link(name.isEmpty() ? id : name, "/files/" + of + "s/" + PathSegment.of(id));
  }

  private static String key(String kind, String id) {
    return kind + "/" + id;
  }
}
