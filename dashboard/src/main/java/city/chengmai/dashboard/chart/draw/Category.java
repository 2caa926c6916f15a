package city.chengmai.dashboard.chart.draw;

import java.util.Comparator;

/** A category that keeps its place even when two have the same label. */
record Category(int index, String label) implements Comparable<Category> {
  @Override
  public int compareTo(Category other) {
    return Comparator.comparingInt(Category::index).compare(this, other);
  }

  @Override
  public String toString() {
    return label;
  }
}
