package city.chengmai.dashboard.local;

import java.util.Optional;

/**
 * What somebody asked of the one-command run.
 *
 * @param city descriptor name or directory
 * @param data where everything is kept
 * @param ports loopback ports
 * @param once replay, compute, print a summary and end
 * @param speed how fast days pass in a live city, when given
 * @param seed of the synthetic city, when given
 */
public record LocalOptions(
    String city,
    DataDirectory data,
    LocalPorts ports,
    boolean once,
    Optional<Double> speed,
    Optional<Long> seed) {}
