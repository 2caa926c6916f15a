/**
 * Statements of the desk that analysts keep (常用查询): editions, remarks, and endpoints under which
 * other systems ask for one of them. Nothing here runs a statement.
 */
package city.chengmai.dashboard.library;
