package city.chengmai.datasets.source;

/** Makes a whole city in code, as a generated city does. */
@FunctionalInterface
public interface CityFactory {

  /** The city of these options. The same options give the same city. */
  City create(CityOptions options);
}
