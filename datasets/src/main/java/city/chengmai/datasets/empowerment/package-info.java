/**
 * Computing models over pooled data (赋能模型, 数据碰撞) as data: what each asks, whose it is, its numbers
 * and their bounds. Which SQL answers is the business of analytics.
 */
package city.chengmai.datasets.empowerment;
