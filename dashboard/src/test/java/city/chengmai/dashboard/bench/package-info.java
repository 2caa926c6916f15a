/**
 * Long measurements of the whole installation: {@code mvn -Pbench -pl dashboard -am verify
 * -Dbench=soak|dashboard}. All parts are processes of their own on loopback, as in production.
 */
package city.chengmai.dashboard.bench;
