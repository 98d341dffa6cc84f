import { type Line, lineOf, lineText, take, takeAll } from "./line.ts";
import { type Direction, isDimension, isMetric, markConcepts } from "./mark-concepts.ts";
import { hoursBetween, readHours } from "./periods/hours.ts";
import type { Today } from "./periods/kinds.ts";
import { readPeriods } from "./periods/read-periods.ts";
import { readBareComparison, readComparedPeriod, readSecondPeriod, readSpokenComparison } from "./read-compare.ts";
import { readGrain } from "./read-grain.ts";
import { asksWorth, readClauses, readKindAsked, readPerCounted, readShares, readTime } from "./read-manner.ts";
import { hasStrayNegation, markLetters, readNames } from "./read-names.ts";
import { readLimit, readWithin } from "./read-numbers.ts";
import { readStars } from "./read-stars.ts";
import { readSplits, readValues } from "./read-splits.ts";
import { type EarlierBy, readAllBut, readEarlierBy, saysAgain } from "./read-phrases.ts";
import { readSorted, readTop } from "./read-top.ts";
import type { ChartWish, Reading, Value } from "./reading.ts";
import type { Word } from "./words.ts";

const why =
  /(?:why(?: is it that)?|how come|por que(?: razao| motivo)?|porque|por qual motivo|qual (?:foi )?o motivo (?:da|do|de)|(?:what|o que) (?:is |was )?(?:the )?(?:cause[sd]?|caused by|causou|causa|explains?|explain|explica|explicou|drove|drives|driving|causing|causando|impulsionou|derrubou|derrubaram|afetou|prejudicou|impactou|hurt|affected|impacted|pulled|behind|levou)(?: (?:the|a|o|of|por))?|(?:the )?reasons? (?:for|behind|of) the|o que (?:aconteceu|houve) com|what (?:happened|went wrong) (?:to|with)|(?:what|o que) (?:made|makes|fez)|explain|explique|causa (?:da|do))/;
const up =
  /(?:went up|goes? up|gone up|up(?= <period| <compare|$)|so high|tao alt[oa]s?|higher|bigger|better|going up|rise|rose|risen|rising|increase[sd]?|increasing|gr[eo]w|grown|spiked?|surged?|jump(?:ed)?|gained (?:the )?most|gainers?|winners?|ganh(?:ou|aram) mais|mais ganh(?:ou|aram)|growing|growth|improve[ds]?|subiu|subiram|subirem|subir|subindo|aument(?:ou|aram|ar|o|ando)|cresc(?:eu|eram|er|imento|endo|e)|em alta|alta|melhor(?:ou|aram)|disparou)/;
const down =
  /(?:went down|down(?= <period| <compare|$)|lower|smaller|worse|going down|goes? down|gone down|falls?|fell|fallen|dip(?:ped)?|slump(?:ed)?|lost (?:the )?most|losers?|perd(?:eu|eram) mais|mais perd(?:eu|eram)|falling|drop(?:s|ped|ping)?|tank(?:s|ed|ing)|plung(?:ed|es|ing)|plummet(?:ed|s|ing)|crashed|sank|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|shrank|cai|caiu|cairam|cairem|cair|caindo|queda|quedas|diminu(?:iu|iram|ir|indo)|reduziu|reducao|pior(?:ou|aram)|despenc(?:ou|aram|ando)|desab(?:ou|aram)|afund(?:ou|aram)|so low|tao baix[oa]s?|so few|tao poucos)/;
const either =
  /(?:chang(?:e|ed|es|ing)|differ(?:ence|ed)?|variation|variacao|vari(?:ou|aram|ar)|mud(?:ou|aram|anca|ancas|ar)|diferenca|evoluiu|evoluiram|evolv(?:e|ed|es|ing))/;
const charts: readonly (readonly [ChartWish, string])[] = [
  ["table", "table|tabela|planilha|spreadsheet|lista|list"],
  ["line", "line (?:chart|graph)|lines|grafico de linhas?|linhas?|line"],
  ["bar", "bar (?:chart|graph)|bars|bar|column chart|pie(?: chart)?|grafico de (?:barras?|colunas?|pizza)|barras|pizza|colunas"],
  ["number", "single number|just the number|so o numero|apenas o numero|numero so"],
  ["any", "chart|graph|plot|grafico"],
];
const wishes = charts.map(([wish, words]) => ({
  wish,
  pattern: new RegExp(
    `(?:(?:as|in|into|on|em|como|num|numa|with|com|por) )?(?:(?:a|an|um|uma|the|o|form of a|formato de|forma de) )?(?:${words})(?: (?:of|de|do|da|dos|das|form|format))?`,
  ),
}));
/** "Busiest" is said of how much there is to do. */
const howMany =
  / (?:how many|the number of|number of|count of|quant[oa]s|numero de|quantidade de|quantidade|quantity of|busiest|quietest|peak|de pico|movimentad[oa]s?) /;
const goingOn =
  /^(?:and|now|also|plus|what about|how about|but|e|agora|tambem|mas|e quanto a[os]?|e sobre|e se|then|so|entao) | (?:them|those|these ones|eles|elas|deles|delas|desses|dessas|destes|destas) /;
const have =
  / (?:tem|do (?:we|i|you) (?:still )?have|have (?:we|i)|are (?:there )?left|left|remaining|remain|ainda (?:tem|temos|tenho|ha)|(?:eu |nos )?(?:tenho|temos)|sobr\w+|rest(?:am|a|ou|aram|ando)) /;
const earlier =
  /(?:the )?(?:day|week|month|quarter|year|period|one) before(?: that(?: one)?)?|(?:the )?preceding (?:day|week|month|quarter|year|period|one)|(?:the )?(?:prior|previous|preceding) one|n?[oa] anterior/;
/** "Where do we sell most" asks for the channels. */
const where = /^ (?:where|onde|aonde|em que lugar) /;
const also = /(?:also|too|as well|additionally|tambem|alem disso)/;
const everything =
  /(?:all of them|(?:for )?(?:all|every) (?:the )?(?:channels|marketplaces|products)|tod[oa]s (?:os|as) (?:canais|marketplaces|produtos)|without (?:the )?filters?|sem (?:os )?filtros?|remove (?:the )?filters?|tire (?:os )?filtros?)/;
const averagely = /(?:on average|in average|average|avg|mean|em media|na media|media|medio|media de)/;
const averageSaid = new RegExp(` (?:${averagely.source}) `);

/** Said before "by"; a word of it is a reason of returns elsewhere. */
const partedBy =
  /(?:broken (?:down|out|up)|break ?down|split(?: up)?|grouped|divided|quebrad[oa]s?|dividid[oa]s?|agrupad[oa]s?)(?= (?:by|per|por|into|in|em|between|among|across|entre) )/;
/** Of visits, only some bought: what narrows them so has numbers of its own. */
const bought = /(?:bought|buy|buys|buying|purchased|ordered|comprou|compraram|compram|comprar|compra|pediu|pediram|pedem)/;
function readCharts(line: Line): ChartWish | null {
  let wished: ChartWish | null = null;
  for (const { wish, pattern } of wishes) if (take(line, pattern, () => "<chart>") !== null) wished ??= wish;
  return wished;
}

function readChange(line: Line): Reading["change"] {
  const found = [take(line, up, () => "<change>"), take(line, down, () => "<change>"), take(line, either, () => "<change>")];
  return found[0] !== null && found[1] !== null
    ? "either"
    : found[0] !== null
      ? "up"
      : found[1] !== null
        ? "down"
        : found[2] !== null
          ? "either"
          : null;
}

function marked(line: Line, pattern: RegExp): string[] {
  return [...lineText(line).matchAll(pattern)].map((match) => match[1] ?? "");
}

/** Said of one number, what it gained or lost; a variation is a variant of a product elsewhere. */
const howMuchMore =
  /(?:quant[oa]s? a (?:mais|menos)|how (?:much|many) (?:more|less|fewer)|(?<!\b(?:por|by|per|each|cada|e|and) )(?:variacao|variation)(?= (?:d[aeo]s?|of|in|entre|between) ))/;

/** What is not what it seems when its letters are read one by one: "zone A", "8h", "10 days". */
function readFigures(line: Line, today: Today) {
  markLetters(line);
  const isWhy = take(line, why, () => "<why>") !== null;
  const isAgain = saysAgain(line);
  const spoken = readSpokenComparison(line);
  const earlierBy = readEarlierBy(line);
  const withinDays = readWithin(line);
  const hours = readHours(line);
  const periods = readPeriods(line, today);
  const comparedPeriod = readComparedPeriod(line, periods) ?? readSecondPeriod(line, periods);
  const asksChange = take(line, howMuchMore, () => "<change>") !== null;
  const limit = readLimit(line);
  return { isWhy, isAgain, earlierBy, asksChange, spoken, withinDays, hours, periods, comparedPeriod, limit, stars: readStars(line) };
}

/** The hours and days of the week that a stretch is narrowed to. */
function valuesOfTime({ hours, periods }: Pick<ReturnType<typeof readFigures>, "hours" | "periods">): Value[] {
  const ofHours = hours === undefined || hours === null ? [] : hoursBetween(hours);
  const weekdays = periods.flatMap((period) => ("refused" in period ? [] : (period.weekdays ?? [])));
  return [
    ...ofHours.map((value): Value => ({ dimension: "hour-of-day", value, isNot: false })),
    ...weekdays.map((value): Value => ({ dimension: "weekday", value, isNot: false })),
  ];
}

/** What the words say that stand for no name, wherever they stand. */
function readManners(whole: string, isAgain: boolean) {
  return {
    ...readKindAsked(whole),
    saysHowMany: howMany.test(whole),
    saysWhich: /^ (?:which|quais|what are the|liste|list|show me the) /.test(whole),
    saysAverage: averageSaid.test(whole),
    saysHave: have.test(whole),
    saysAlso: also.test(whole),
    saysBefore: / (?:anterior(?:es)?|before|previous|prior|preceding) /.test(whole),
    goesOn: isAgain || goingOn.test(`${whole.trim()} `) || goingOn.test(whole),
  };
}

function readEarlier(line: Line, earlierBy: EarlierBy | null): Pick<Reading, "saysEarlier" | "saysYearBefore" | "earlierBy"> {
  const before = take(line, earlier, () => "<earlier>");
  return {
    saysEarlier: before !== null || earlierBy?.isOnly === true,
    saysYearBefore: before?.[0].includes("year") === true,
    earlierBy,
  };
}

/** What was read of the words as they stood, and stands for no name. */
function dropManners(line: Line): void {
  takeAll(line, averagely, () => "<average>");
  take(line, also, () => "<also>");
}

/** Chooses nothing: what was said, as far as words and marks tell. */
export function readQuestion(words: readonly Word[], text: string, today: Today): Reading & { line: Line } {
  const line = lineOf(words.filter(({ text: word }) => word !== "?"));
  const whole = lineText(line);
  const figures = readFigures(line, today);
  const { isWhy, spoken, comparedPeriod, limit, periods } = figures;
  take(line, partedBy, () => "<parted>");
  const sorted = readSorted(line);
  const { asksReasons, saysInMoney } = readClauses(line);
  const direction = markConcepts(line);
  readAllBut(line);
  const perCounted = readPerCounted(line);
  const before = readEarlier(line, figures.earlierBy);
  const isBare = spoken === null && comparedPeriod === null && readBareComparison(line);
  const chart = readCharts(line);
  const { grain, asksWhich } = readGrain(line);
  const top = readTop(line);
  const saysAll = take(line, everything, () => "<all>") !== null;
  const change = readChange(line) ?? (figures.asksChange ? "either" : null);
  const wanted = wantedOf(top.wanted, direction, asksWhich && limit === null);
  const by = readSplits(line);
  const values = [...readValues(line, by, wanted !== null), ...figures.stars, ...valuesOfTime(figures)];
  const saysShare = readShares(line);
  const saysTime = readTime(line);
  dropManners(line);
  const saysBought = takeAll(line, bought, () => "<bought>") > 0;
  const names = readNames(line, text);
  return {
    line,
    ...readManners(whole, figures.isAgain),
    ...before,
    saysShare,
    saysInMoney,
    saysTime,
    asksWorth: asksWorth(line),
    perCounted,
    isWhy: isWhy && !asksReasons,
    metrics: [...new Set(marked(line, /<metric:([a-z-]+)>/g))].filter(isMetric),
    saysSale: lineText(line).includes("<sale>"),
    choices: marked(line, /<choice:(\d+)>/g).map(Number),
    by,
    loose: [...looseOf(line), ...(wanted !== null && where.test(whole) ? [{ dimension: "channel" as const, isPlural: true }] : [])],
    grain,
    values,
    names: hasStrayNegation(line) || figures.hours === null ? [...names, { text: "", isNot: true, dimension: null }] : names,
    periods: periods.filter((period, index) => period !== comparedPeriod && lineText(line).includes(`<period:${index}>`)),
    withinDays: figures.withinDays,
    compare: spoken?.compare ?? (isBare ? "previous" : null),
    comparedPeriod,
    over: spoken?.over ?? null,
    change,
    top: top.count,
    wanted,
    sorted,
    limit,
    chart,
    saysBought,
    saysAll,
    length: words.length,
  };
}

function wantedOf(said: Reading["wanted"], direction: Direction | null, asksWhich: boolean): Reading["wanted"] {
  if (direction !== null) return { direction, isJudgement: false };
  return said ?? (asksWhich ? { direction: "most", isJudgement: false } : null);
}

function looseOf(line: Line): Reading["loose"] {
  return [...lineText(line).matchAll(/<(dims?):([a-z-]+)>/g)].flatMap(([, kind, dimension]) =>
    isDimension(dimension) ? [{ dimension, isPlural: kind === "dims" }] : [],
  );
}
