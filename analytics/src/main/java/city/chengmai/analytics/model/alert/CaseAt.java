package city.chengmai.analytics.model.alert;

import java.io.Serializable;

/**
 * A case as a scan sees it.
 *
 * @param id of the case
 * @param grid base grid, empty when not located
 * @param longitude WGS 84
 * @param latitude WGS 84
 * @param day it was reported, in days since 1970-01-01
 */
public record CaseAt(String id, String grid, double longitude, double latitude, int day)
    implements Serializable {}
