/**
 * The pages of the rhythm (节奏): lists of bulletins, one bulletin with its charts, and the forms to
 * write into it and to publish it.
 */
package city.chengmai.dashboard.page.bulletin;
