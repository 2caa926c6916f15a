package city.chengmai.datasets.mechanism;

import city.chengmai.datasets.catalogue.LocalName;

/**
 * A figure of a mechanism.
 *
 * @param id unique within its mechanism
 * @param name shown name
 * @param kind what it is
 * @param of kind of service, register or demand, category of cases, or part of the service package
 * @param attribute that is summed; empty where the kind needs none
 * @param over attribute that it is a share of; empty where the kind needs none
 * @param register kind of register that it is related to; empty where the kind needs none
 * @param days within which something shall happen; 0 where the kind needs none
 * @param smallest denominator or sample below which no value is shown
 */
public record Measure(
    String id,
    LocalName name,
    MeasureKind kind,
    String of,
    String attribute,
    String over,
    String register,
    int days,
    long smallest) {}
