/**
 * The rhythm (节奏) of governance: the daily patrol brief (日巡查), the weekly analysis (周研判) and the
 * monthly bulletin (月通报), as figures that are kept apart from any language and any page, and what
 * people did with each.
 */
package city.chengmai.dashboard.bulletin;
