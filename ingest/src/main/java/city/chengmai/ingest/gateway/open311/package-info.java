/**
 * Open311 GeoReport v2 (http://wiki.open311.org/GeoReport_v2) in and out: the city's categories as
 * services, its cases as service requests, in XML and JSON.
 *
 * <p>A filed request becomes a {@code case.reported} whose subject is the id that the client gets,
 * so that it can be asked for by that id as soon as it is stored.
 */
package city.chengmai.ingest.gateway.open311;
