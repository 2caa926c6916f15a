/**
 * The demo city: Xingqiao Sub-district (星桥街道), invented from end to end and made from a seed.
 *
 * <p>{@link city.chengmai.datasets.source.demo.DemoCity} makes it; {@link
 * city.chengmai.datasets.source.demo.Xingqiao} is what stands still (areas, spots, sites, devices),
 * the streams are what happens, one class a stream, and {@link
 * city.chengmai.datasets.source.demo.DemoTruth} says what was hidden in them. Every draw comes from
 * a {@link city.chengmai.datasets.source.demo.Dice} of its own day, grid and stream, so that a day
 * can be made without the days before it.
 */
package city.chengmai.datasets.source.demo;
