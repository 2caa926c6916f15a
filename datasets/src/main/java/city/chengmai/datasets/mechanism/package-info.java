/**
 * Mechanisms of governance (机制) as data: registers of things, services that take place, demands and
 * their match, with the few figures that are shown of each. {@code mechanisms.yaml} beside this
 * package's resources declares them; what a figure is stands at its head.
 */
package city.chengmai.datasets.mechanism;
