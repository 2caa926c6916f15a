/**
 * Regressions and distributions of counts: what a level, a wave or a weekday does to a count, how
 * widely counts spread about it, and how far out one lies. Families: Poisson, quasi-Poisson (NB1,
 * variance φμ) and negative binomial (NB2, variance μ + μ²/θ).
 */
package city.chengmai.analytics.model.count;
