import { type Line, take } from "./line.ts";
import type { Direction } from "./mark-concepts.ts";
import { numberPattern, readNumber } from "./periods/calendar-words.ts";
import type { Wanted } from "./reading.ts";

const many = "(?:highest|biggest|largest|greatest|most|best|top|maior(?:es)?|melhor(?:es)?|mais alt[oa]s?|mais)";
const few = "(?:lowest|smallest|fewest|least|worst|bottom|menor(?:es)?|pior(?:es)?|mais baix[oa]s?|menos)";
const inOrder = "(?:(?:in|em|na|por) )?(?:ordem |order )?";
const falling = new RegExp(
  `(?:from |the |do |da |dos |das |pel[oa]s? |com (?:o |a |os |as )?)?${many} (?:(?:ones )?first|primeiro|em primeiro|(?:to|down to|ao?|para|pr[oa]|para [oa]|ate [oa]) (?:the )?${few})|${inOrder}(?:descending|desc|decrescente)(?: order)?`,
);
const climbing = new RegExp(
  `(?:from |the |do |da |dos |das |pel[oa]s? |com (?:o |a |os |as )?)?${few} (?:(?:ones )?first|primeiro|em primeiro|(?:to|up to|ao?|para|pr[oa]|para [oa]|ate [oa]) (?:the )?${many})|${inOrder}(?:ascending|asc|crescente)(?: order)?`,
);
const bySome =
  /(?:(?:(?<!(?:per|average|each|an|the|by|of|mean|every) )order(?= (?:them |it |these |those )?by )|sort|rank|sorted|ordered|ranked|ordene|ordenar|ordenad[oa]s?|classificad[oa]s?|classifique|organizad[oa]s?)(?= (?:\S+ ){0,4}(?:by|por|pel[oa]) ))/;

/** From which end all rows are wished for: "lowest first", "ordered by revenue". */
export function readSorted(line: Line): Direction | null {
  const isFalling = take(line, falling, () => "<sorted>") !== null;
  const isClimbing = take(line, climbing, () => "<sorted>") !== null;
  const isOrdered = take(line, bySome, () => "<sorted>") !== null;
  if (isClimbing) return "least";
  return isFalling || isOrdered ? "most" : null;
}

export type Top = { count: number | null; wanted: Wanted | null };

const most =
  "(?:top|the top|highest|largest|biggest|greatest|leading|main|most (?:popular|common|frequent)|busiest|peak|strongest|principais|maior(?:es)?|mais (?:alt[oa]s?|fortes?|movimentad[oa]s?|popular(?:es)?|chei[oa]s?|comu(?:m|ns)|frequentes?)|principal|de pico|mais|most|more)";
const least =
  "(?:bottom|lowest|smallest|fewest|least popular|quietest|weakest|low|baix[oa]s?|mais (?:frac[oa]s?|baix[oa]s?|parad[oa]s?|calm[oa]s?)|menos (?:popular(?:es)?|movimentad[oa]s?)|least|less|fewer|menor(?:es)?|menos)";
const best = "(?:best|fastest|quickest|melhor(?:es)?|mais rapid[oa]s?|mais agil|mais ageis)";
const worst = "(?:worst|slowest|pior(?:es)?|mais lent[oa]s?|mais devagar|mais demorad[oa]s?)";
const ways = [
  { words: best, wanted: { direction: "most", isJudgement: true } },
  { words: worst, wanted: { direction: "least", isJudgement: true } },
  { words: least, wanted: { direction: "least", isJudgement: false } },
  { words: most, wanted: { direction: "most", isJudgement: false } },
] as const satisfies { words: string; wanted: Wanted }[];
/** "A maior" is no number of them. */
const several = numberPattern.replace("a|an|one|um|uma|", "");
const counted = ways.map(({ words, wanted }) => ({
  wanted,
  pattern: new RegExp(`(?:the |os |as )?(?:${words} ${several}|${several.replace("count", "other")} ${words})`),
}));
const bare = ways.map(({ words, wanted }) => ({ wanted, pattern: new RegExp(`(?:the |os |as |o |a )?${words}`) }));
const first = new RegExp(
  `(?:the |os |as )?(?:(?:first|primeir[oa]s|limit(?: to)?|limited to|limitad[oa]s? a|limite(?: de)?) ${numberPattern}|(?<other>\\d{1,4}) (?:first|primeir[oa]s))`,
);
const ranking = /(?:(?:the|um|o) )?(?:ranking|leaderboard|podio)(?: (?:of|d[aeo]s?))?/;
const beforeThings = new RegExp(`${numberPattern}(?= <(?:dims?|metric):)`);

/** "Top 10", "the 5 worst", "10 products": how many rows, and from which end. Reads words and marks alike. */
export function readTop(line: Line): Top {
  for (const { pattern, wanted } of counted) {
    const found = take(line, pattern, () => "<top>");
    if (found !== null) return { count: readNumber(found.groups?.["count"] ?? found.groups?.["other"]), wanted };
  }
  const some =
    take(line, first, () => "<top>") ?? take(line, beforeThings, (match) => (/^(?:a|an|um|uma|one)$/.test(match[0]) ? null : "<top>"));
  const isRanking = take(line, ranking, () => "<top>") !== null;
  const bareWanted = bare.find(({ pattern }) => take(line, pattern, () => "<top>") !== null)?.wanted ?? null;
  const wanted = bareWanted ?? (isRanking ? { direction: "most", isJudgement: true } : null);
  return { count: some === null ? null : readNumber(some.groups?.["count"] ?? some.groups?.["other"]), wanted };
}
