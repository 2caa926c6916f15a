package city.chengmai.analytics.job;

import java.io.Serializable;

/**
 * A step of a running sum.
 *
 * @param span length of the window in days
 * @param day first window-end day it holds for, in days since 1970-01-01
 * @param numerator change of the numerator
 * @param denominator change of the denominator
 */
record RateStep(int span, int day, double numerator, double denominator) implements Serializable {}
