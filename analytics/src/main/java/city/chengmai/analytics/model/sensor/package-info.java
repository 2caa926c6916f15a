/**
 * Watches streams of continuous measurements: noise, dust, occupancy, traffic. Online: a score
 * rests on earlier readings only, whatever their spacing. Robust: what is usual is told by
 * quantiles of the sensor's own past, so that units do not matter and single outliers do not hide
 * later ones.
 */
package city.chengmai.analytics.model.sensor;
