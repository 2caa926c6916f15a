/**
 * What a city sets out to do, as data: benchmarks to catch up with (比学赶超), interventions to be
 * judged by what they changed, and special periods (特殊时段) with thresholds of their own. All of it
 * stands in an optional file {@code campaigns.yaml} beside the city's other files:
 *
 * <pre>
 * benchmarks:
 *   - id: governance
 *     domain: { zh: 高效能治理, en: Efficient governance }
 *     rival: { zh: 云汀街道, en: Yunting Sub-district }
 *     indicator: M04
 *     target: 95            # or peer: AREA, whose value of the day is the target
 *     areas: []             # empty: the city
 *     from: first+30        # a day, or days after the city's first
 *     until: first+210
 * interventions:
 *   - id: night-work
 *     name: { zh: 停止夜间施工, en: Night work stopped }
 *     source: cases         # or orders, site-complaints
 *     categories: [construction/site-noise]
 *     start: 2026-03-01
 *     baseline-days: 28
 *     settle-days: 7
 *     after-days: 28
 * special-periods:
 *   - id: expo
 *     name: { zh: 博览会保障, en: Expo }
 *     from: first+100
 *     until: first+126      # exclusive
 *     compared-with: { name: { zh: 之前同长, en: the time before }, from: first+74, until: first+100 }
 *     rules: { A02: { relative-floor: 1.3 } }
 * </pre>
 */
package city.chengmai.datasets.campaign;
