package city.chengmai.dashboard.page.files;

/**
 * Something named that may have a page.
 *
 * @param text its name, or its id where the name is not known
 * @param path where it leads; empty when it has no page
 */
public record Link(String text, String path) {}
