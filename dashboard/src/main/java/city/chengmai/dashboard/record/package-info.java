/**
 * How people put base records right (基础数据校准): a correction is proposed, approved by a second person
 * when it goes beyond its bound, applied, and can be reverted; a disagreement can also be
 * explained.
 *
 * <pre>
 * last step   approve  reject  apply   revert
 * propose     (out)    yes     (in)    -
 * approve     -        yes     yes     -
 * apply       -        -       -       the last one of its field
 * reject      -        -       -       -
 * revert      -        -       -       -
 * </pre>
 *
 * <p>{@code (in)}: the change can be measured and lies within the bound of its field; {@code
 * (out)}: all others. Steps on one record are numbered. Whoever acts says which step was before the
 * eyes; who was overtaken by somebody else's step is told so, and nothing is written.
 */
package city.chengmai.dashboard.record;
