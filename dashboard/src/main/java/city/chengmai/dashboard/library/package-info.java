/**
 * Statements of the desk that analysts keep (常用查询): editions, remarks, endpoints under which other
 * systems ask for one of them, and schedules (定时查询) with the alerts that they raise. What runs a
 * statement is given from outside.
 */
package city.chengmai.dashboard.library;
