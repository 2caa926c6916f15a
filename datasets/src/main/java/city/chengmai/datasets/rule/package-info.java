/**
 * Alert rules (预警规则) as data: names, severity and parameters of each rule in {@code rules.yaml}.
 */
package city.chengmai.datasets.rule;
