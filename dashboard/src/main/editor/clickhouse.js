import { SQLDialect } from "@codemirror/lang-sql";

// What differs from standard SQL, for colours and completion only; the server judges statements.
export const clickHouse = SQLDialect.define({
  keywords:
    "select from prewhere where group by having order limit offset with totals rollup cube ties as distinct on final sample " +
    "array join inner left right full cross any all asof semi anti using union except intersect settings format explain " +
    "describe show exists and or not in between like ilike is null case when then else end asc desc nulls first last " +
    "interval over partition rows range unbounded preceding following current row window qualify global",
  types:
    "uint8 uint16 uint32 uint64 uint128 uint256 int8 int16 int32 int64 int128 int256 float32 float64 decimal string " +
    "fixedstring date date32 datetime datetime64 uuid enum8 enum16 array tuple map nullable lowcardinality bool ipv4 ipv6",
  builtin:
    "count sum avg min max any uniq uniqexact quantile quantiles median countif sumif avgif argmin argmax grouparray topk " +
    "todate todatetime tostartofhour tostartofday tostartofweek tostartofmonth todayofweek tohour datediff adddays " +
    "subtractdays now today if multiif coalesce ifnull round floor ceil length concat substring lower upper position " +
    "match extract jsonextractstring jsonextractint has arrayjoin tuple greatest least formatreadablesize",
  backslashEscapes: true,
  hashComments: true,
  slashComments: false,
  doubleQuotedStrings: false,
  identifierQuotes: "`\"",
  operatorChars: "*+-%<>!=&|~^/?:",
});
