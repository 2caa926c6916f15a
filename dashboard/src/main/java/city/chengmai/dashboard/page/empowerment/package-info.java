/**
 * The library of computing models over pooled data (赋能模型, 数据碰撞): what each asks, its runs and hits,
 * and what officers found on site.
 */
package city.chengmai.dashboard.page.empowerment;
