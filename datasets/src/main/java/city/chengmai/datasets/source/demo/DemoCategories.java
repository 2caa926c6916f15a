package city.chengmai.datasets.source.demo;

import city.chengmai.datasets.source.Category;
import java.util.List;
import java.util.Optional;
import org.apache.commons.csv.CSVRecord;

/** The category tree of the demo city: classes of components and events, and their leaves. */
final class DemoCategories {

  private final List<Category> tree;
  private final List<DemoCategory> leaves;

  private DemoCategories(List<Category> tree, List<DemoCategory> leaves) {
    this.tree = tree;
    this.leaves = leaves;
  }

  static DemoCategories load() {
    List<CSVRecord> rows = CsvResource.read("categories.csv");
    return new DemoCategories(
        rows.stream().map(DemoCategories::node).toList(),
        rows.stream().filter(row -> parent(row).isPresent()).map(DemoCategory::of).toList());
  }

  List<Category> tree() {
    return tree;
  }

  List<DemoCategory> leaves() {
    return leaves;
  }

  DemoCategory leaf(String id) {
    return leaves.stream().filter(leaf -> leaf.id().equals(id)).findFirst().orElseThrow();
  }

  private static Category node(CSVRecord row) {
    return new Category(row.get("id"), parent(row), row.get("nameZh"), row.get("nameEn"));
  }

  private static Optional<String> parent(CSVRecord row) {
    String id = row.get("id");
    int slash = id.indexOf('/');
    return slash < 0 ? Optional.empty() : Optional.of(id.substring(0, slash));
  }
}
