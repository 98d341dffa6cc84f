import { grains, type DimensionId, type Grain } from "../kinds.ts";
import { type Line, lineOf, lineText, take, takeAll } from "./line.ts";
import { type Direction, isDimension, isMetric, markConcepts } from "./mark-concepts.ts";
import { readUnit } from "./periods/calendar-words.ts";
import type { Today } from "./periods/kinds.ts";
import { readPeriods } from "./periods/read-periods.ts";
import { readBareComparison, readComparedPeriod, readSecondPeriod, readSpokenComparison } from "./read-compare.ts";
import { hasStrayNegation, readNames } from "./read-names.ts";
import { readLimit, readTop, readWithin } from "./read-numbers.ts";
import type { ChartWish, Reading, Value } from "./reading.ts";
import type { Word } from "./words.ts";

const why =
  /(?:why(?: is it that)?|how come|por que(?: razao| motivo)?|porque|por qual motivo|qual (?:foi )?o motivo (?:da|do|de)|(?:what|o que) (?:is |was )?(?:the )?(?:cause[sd]?|caused by|causou|causa|explains?|explain|explica|explicou|drove|drives|behind|levou)(?: (?:the|a|o|of|por))?|(?:the )?reasons? (?:for|behind|of) the|o que (?:aconteceu|houve) com|what (?:happened|went wrong) (?:to|with)|(?:what|o que) (?:made|makes|fez)|explain|explique|causa (?:da|do))/;
const up = /(?:went up|going up|rise|rose|risen|rising|increase[sd]?|increasing|gr[eo]w|grown|growing|growth|improve[ds]?|subiu|subiram|subir|subindo|aument(?:ou|aram|ar|o|ando)|cresc(?:eu|eram|er|imento|endo|e)|em alta|alta|melhor(?:ou|aram)|disparou)/;
const down = /(?:went down|going down|go down|falls?|fell|fallen|falling|drop(?:s|ped|ping)?|decreas(?:e|ed|es|ing)|declin(?:e|ed|es|ing)|shrank|cai|caiu|cairam|cair|caindo|queda|quedas|diminu(?:iu|iram|ir|indo)|reduziu|reducao|pior(?:ou|aram)|despencou|so low|tao baix[oa]s?|so few|tao poucos)/;
const either = /(?:chang(?:e|ed|es|ing)|differ(?:ence|ed)?|variation|variacao|vari(?:ou|aram|ar)|mud(?:ou|aram|anca|ancas|ar)|diferenca|evoluiu|evoluiram|evolv(?:e|ed|es|ing))/;
const charts: readonly (readonly [ChartWish, string])[] = [
  ["table", "table|tabela|planilha|spreadsheet|lista|list"],
  ["line", "line (?:chart|graph)|lines|grafico de linhas?|linhas?|line"],
  ["bar", "bar (?:chart|graph)|bars|bar|column chart|pie(?: chart)?|grafico de (?:barras?|colunas?|pizza)|barras|pizza|colunas"],
  ["number", "single number|just the number|so o numero|apenas o numero|numero so"],
  ["any", "chart|graph|plot|grafico"],
];
const wishes = charts.map(([wish, words]) => ({
  wish,
  pattern: new RegExp(`(?:(?:as|in|into|on|em|como|num|numa|with|com|por) )?(?:(?:a|an|um|uma|the|o|form of a|formato de|forma de) )?(?:${words})(?: (?:of|de|do|da|dos|das|form|format))?`),
}));
const howMany = /(?:how many|the number of|number of|count of|quant[oa]s|numero de|quantidade de)/;
const goingOn = /^(?:and|now|also|plus|what about|how about|but|e|agora|tambem|mas|e quanto a[os]?|e sobre|e se|then|so|entao) | (?:them|those|these ones|eles|elas|deles|delas|desses|dessas|destes|destas) /;
const also = /(?:also|too|as well|additionally|tambem|alem disso)/;
const everything = /(?:all of them|(?:for )?(?:all|every) (?:the )?(?:channels|marketplaces|products)|tod[oa]s (?:os|as) (?:canais|marketplaces|produtos)|without (?:the )?filters?|sem (?:os )?filtros?|remove (?:the )?filters?|tire (?:os )?filtros?)/;
const averagely = /(?:on average|in average|average|avg|mean|em media|na media|media|medio|media de)/;

/** Said before "by"; a word of it is a reason of returns elsewhere. */
const partedBy = /(?:broken (?:down|out|up)|break ?down|split(?: up)?|grouped|divided|quebrad[oa]s?|dividid[oa]s?|agrupad[oa]s?|separad[oa]s?)(?= (?:by|per|por|into|in|em) )/;
const each = "(?:by|per|por|each|every|cada|em cada|de cada|for each|in each|of each|across|which|what|qual|quais|que|entre os|entre as|for every|from each)";
const ofEach = "(?: (?:the|of|o|a|os|as|de|do|da|dos|das|every|each|different|our|my|nossos|meus|nossas|minhas))*";
const splits = new RegExp(`${each}${ofEach} <dims?:(?<first>[a-z-]+)>(?:(?: (?:and|e|x|by|per|por|then|depois))+${ofEach} <dims?:(?<second>[a-z-]+)>)?(?! <name>)`);
const pair = /<dims?:(?<first>[a-z-]+)> (?:x|vs|versus|by|per|por) <dims?:(?<second>[a-z-]+)>/;
const unitWords = "(?<unit>hours?|horas?|days?|dias?|weeks?|semanas?|months?|mes|meses|quarters?|trimestres?|years?|anos?)";
const perUnit = new RegExp(`(?:by|per|por|each|every|cada|a cada|em cada|and|e)(?: the| o| a)? ${unitWords}`);
const unitByUnit = new RegExp(`${unitWords} (?:by|a|por|after|apos) ${unitWords.replace("unit", "same")}`);
const whichUnit = new RegExp(`(?:on |in |em |no |na )?(?:which|what|que|qual(?: o| a)?|quais(?: os| as)?|best|worst|melhor(?:es)?|pior(?:es)?|strongest|weakest|busiest|top \\d+)(?: foi o| foi a| o| a)? ${unitWords}|(?:the |os |as )?${unitWords.replace("unit", "other")} (?:with|com|<limit>)`);
const adverbs: readonly (readonly [Grain, RegExp])[] = [
  ["hour", /(?:hourly|hora a hora)/],
  ["day", /(?:daily|diari[oa]s?|diariamente)/],
  ["week", /(?:weekly|semana(?:l|is|lmente))/],
  ["month", /(?:monthly|mensa(?:l|is|lmente))/],
  ["quarter", /(?:quarterly|trimestra(?:l|is|lmente))/],
  ["year", /(?:yearly|annual|annually|anua(?:l|is|lmente))/],
];
const overTime = /(?:over time|through time|ao longo do tempo|no tempo|timeline|time series|serie temporal|evolution|evolucao|trend|trends|tendencia|tendencias|history|historico|development|curve|curva)/;

const not = "(?:except|excluding|exclude|without|other than|but not|and not|not|ignoring|sem|exceto|menos|fora|tirando|nao|a nao ser|excluindo|desconsiderando|ignorando|outside)";
const between = "(?: (?:for|from|on|in|at|of|the|o|a|os|as|de|da|do|na|no|em|com|with|contar|incluir|counting|including|<dims?:(?:channel|vendor)>))*";
const ruledOut = new RegExp(`${not}${between} <value:(?<value>[a-z-]+=[^>]+)>`);
const ruledOutToo = /(?<=<not:[a-z-]+=[^>]+> (?:and|or|e|ou|nor|nem) )<value:(?<value>[a-z-]+=[^>]+)>/;
/** "The channel Shopee" says what Shopee is and asks for no split. */
const saidToBe = /<dims?:(?:channel|vendor|device|order-state|listing-status|rating)>(?=(?: (?:loja|shop|store|the|o|a|do|da|de|of|is|na|no|on))* <value:)/;
const sideBySide = /<value:(?<first>[a-z-]+=[^>]+)> (?:vs|versus|x|contra|against|compared (?:to|with)|comparad[oa] (?:com|a)) (?:(?:o|a|the|da|do) )?<value:(?<second>[a-z-]+=[^>]+)>/;

function valueFrom(text: string | undefined, isNot: boolean): Value | null {
  const [dimension, ...rest] = (text ?? "").split("=");
  return isDimension(dimension) ? { dimension, value: rest.join("="), isNot } : null;
}

function readCharts(line: Line): ChartWish | null {
  const hit = wishes.filter(({ pattern }) => take(line, pattern, () => "<chart>") !== null);
  return hit[0]?.wish ?? null;
}

function readChange(line: Line): Reading["change"] {
  const found = [take(line, up, () => "<change>"), take(line, down, () => "<change>"), take(line, either, () => "<change>")];
  return found[0] !== null && found[1] !== null ? "either" : found[0] !== null ? "up" : found[1] !== null ? "down" : found[2] !== null ? "either" : null;
}

function readGrain(line: Line): { grain: Reading["grain"]; asksWhich: boolean } {
  const which = take(line, whichUnit, () => "<grain>");
  const asksWhich = which !== null;
  const plain = take(line, unitByUnit, () => "<grain>") ?? take(line, perUnit, () => "<grain>");
  const unit = readUnit(which?.groups?.["unit"] ?? which?.groups?.["other"] ?? plain?.groups?.["unit"]);
  const adverb = adverbs.find(([, pattern]) => take(line, pattern, () => "<grain>") !== null)?.[0];
  const isOverTime = take(line, overTime, () => "<grain>") !== null;
  const grain = grains.find((one) => one === (unit ?? adverb));
  return { grain: grain ?? (isOverTime ? "fitting" : null), asksWhich };
}

function readSplits(line: Line): DimensionId[] {
  const by: DimensionId[] = [];
  const keep = (groups: Readonly<Record<string, string | undefined>> | undefined) => {
    for (const name of [groups?.["first"], groups?.["second"]]) if (isDimension(name) && !by.includes(name)) by.push(name);
  };
  takeAll(line, splits, ({ groups }) => (keep(groups), "<by>"));
  takeAll(line, pair, ({ groups }) => (keep(groups), "<by>"));
  return by;
}

function readValues(line: Line, by: DimensionId[]): Value[] {
  const values: Value[] = [];
  const keep = (text: string | undefined, isNot: boolean) => {
    const value = valueFrom(text, isNot);
    if (value !== null) values.push(value);
    return value;
  };
  takeAll(line, sideBySide, ({ groups }) => {
    const value = keep(groups?.["first"], false);
    keep(groups?.["second"], false);
    if (value !== null && !by.includes(value.dimension)) by.push(value.dimension);
    return "<vs>";
  });
  const ruleOut = (pattern: RegExp) => takeAll(line, pattern, ({ groups }) => (keep(groups?.["value"], true), `<not:${groups?.["value"] ?? ""}>`));
  ruleOut(ruledOut);
  ruleOut(ruledOutToo);
  takeAll(line, saidToBe, () => "<named>");
  takeAll(line, /<value:(?<value>[a-z-]+=[^>]+)>/, ({ groups }) => (keep(groups?.["value"], false), "<only>"));
  return values;
}

function marked(line: Line, pattern: RegExp): string[] {
  return [...lineText(line).matchAll(pattern)].map((match) => match[1] ?? "");
}

/** Chooses nothing: what was said, as far as words and marks tell. */
export function readQuestion(words: readonly Word[], text: string, today: Today): Reading & { line: Line } {
  const line = lineOf(words.filter(({ text: word }) => word !== "?"));
  const whole = lineText(line);
  const isWhy = take(line, why, () => "<why>") !== null;
  const compare = readSpokenComparison(line);
  const withinDays = readWithin(line);
  const periods = readPeriods(line, today);
  const comparedPeriod = readComparedPeriod(line, periods) ?? readSecondPeriod(line, periods);
  const limit = readLimit(line);
  take(line, partedBy, () => "<parted>");
  const direction = markConcepts(line);
  const isBare = compare === null && comparedPeriod === null && readBareComparison(line);
  const saysHowMany = howMany.test(whole);
  const chart = readCharts(line);
  const { grain, asksWhich } = readGrain(line);
  const top = readTop(line);
  const saysAll = take(line, everything, () => "<all>") !== null;
  const change = readChange(line);
  const by = readSplits(line);
  const values = readValues(line, by);
  const saysAverage = take(line, averagely, () => "<average>") !== null;
  take(line, also, () => "<also>");
  const names = readNames(line, text);
  return {
    line,
    isWhy,
    metrics: [...new Set(marked(line, /<metric:([a-z-]+)>/g))].filter(isMetric),
    saysSale: lineText(line).includes("<sale>"),
    saysHowMany,
    saysWhich: /^ (?:which|quais|what are the|liste|list|show me the) /.test(whole),
    choices: marked(line, /<choice:(\d+)>/g).map(Number),
    by,
    loose: looseOf(line),
    grain,
    values,
    names: hasStrayNegation(line) ? [...names, { text: "", isNot: true, dimension: null }] : names,
    periods: periods.filter((period, index) => period !== comparedPeriod && lineText(line).includes(`<period:${index}>`)),
    withinDays,
    compare: compare ?? (isBare ? "previous" : null),
    comparedPeriod,
    change,
    top: top.count,
    wanted: wantedOf(top.wanted, direction, asksWhich && limit === null),
    limit,
    chart,
    saysAverage,
    goesOn: goingOn.test(`${whole.trim()} `) || goingOn.test(whole),
    saysAlso: also.test(whole),
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
