package city.chengmai.dashboard.access;

/** What of the city a page shows, for those who are held to one area. */
public enum Reach {
  /** Nothing of the city, or nothing that an account held to an area could have. */
  NONE,
  /** All of it: refused to whoever is held to an area. */
  CITY,
  /** The area that its address names: refused when that lies outside. */
  AREA,
  /** What the handler leaves: it asks for the areas of its visitor and shows no others. */
  FILTERED
}
