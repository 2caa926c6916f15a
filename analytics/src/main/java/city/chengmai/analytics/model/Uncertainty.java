package city.chengmai.analytics.model;

/**
 * How sure a score and its rank are.
 *
 * @param score interval of the score
 * @param rank range of the rank
 */
public record Uncertainty(Spread score, RankRange rank) {}
