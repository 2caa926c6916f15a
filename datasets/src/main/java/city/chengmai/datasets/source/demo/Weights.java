package city.chengmai.datasets.source.demo;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Things to draw from, each as often as its weight says. Immutable. */
final class Weights<T> {

  private final List<T> things;
  private final double[] weights;

  Weights(List<T> things, ToDoubleFunction<T> weight) {
    this.things = List.copyOf(things);
    this.weights = this.things.stream().mapToDouble(weight).toArray();
  }

  T draw(Dice dice) {
    return things.get(dice.weighted(weights));
  }

  double sum() {
    return DoubleStream.of(weights).sum();
  }

  double of(T thing) {
    return weights[things.indexOf(thing)];
  }

  /** The same with the weight of one thing multiplied. */
  Weights<T> multiplied(T thing, double factor) {
    return new Weights<>(things, each -> of(each) * (each.equals(thing) ? factor : 1));
  }
}
