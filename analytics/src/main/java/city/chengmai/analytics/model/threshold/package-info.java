/** What officers' verdicts say about the threshold of an alert rule (阈值微调). */
package city.chengmai.analytics.model.threshold;
