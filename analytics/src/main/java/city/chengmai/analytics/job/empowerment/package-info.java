/**
 * Computing models over pooled data (赋能模型). A model's question is the SQL file of its id beside the
 * jobs: it is asked about what stood at a moment, with parameters {@code zone} and {@code until}
 * and the model's own numbers and words, and answers with the columns of {@link
 * city.chengmai.datasets.empowerment.ModelFinding}. Findings of several days with one key are one
 * {@link city.chengmai.analytics.job.empowerment.Hit}.
 */
package city.chengmai.analytics.job.empowerment;
