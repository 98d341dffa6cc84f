import { type Grain, grains } from "../kinds.ts";
import { type Line, take } from "./line.ts";
import { readUnit } from "./periods/calendar-words.ts";
import type { Reading } from "./reading.ts";

const unitWords = "(?<unit>hours?|horas?|days?|dias?|weeks?|semanas?|months?|mes|meses|quarters?|trimestres?|years?|anos?)";
const perUnit = new RegExp(
  `(?:by|per|por|each|every|for each|for every|in each|cada|a cada|em cada|de cada|para cada|and|e)(?: the| o| a)? ${unitWords}`,
);
const unitByUnit = new RegExp(`${unitWords} (?:by|a|por|after|apos) ${unitWords.replace("unit", "same")}`);
const whichUnit = new RegExp(
  `(?:on |in |em |no |na )?(?:which|what|que|qual(?: o| a)?|quais(?: os| as)?|best|worst|melhor(?:es)?|pior(?:es)?|maior(?:es)?|menor(?:es)?|strongest|weakest|busiest|quietest|slowest|peak|highest|lowest|top \\d+)(?: foi o| foi a| o| a)? ${unitWords}|(?:the |os |as )?${unitWords.replace("unit", "other")}(?: (?:with|com|<limit>)|(?= (?:mais|menos|de pico|de maior|de menor) )|(?= (?:(?:in|of|on|em|de|do|da|no|na) )*<period:\\d+> (?:with|com|that|which|que|when|where|<limit>))|(?= (?:when|where|on which|in which|em que|n[oa]s quais) ))`,
);
const adverbs: readonly (readonly [Grain, RegExp])[] = [
  ["hour", /(?:hourly|hora a hora)/],
  ["day", /(?:daily|diari[oa]s?|diariamente)/],
  ["week", /(?:weekly|semana(?:l|is|lmente))/],
  ["month", /(?:monthly|mensa(?:l|is|lmente))/],
  ["quarter", /(?:quarterly|trimestra(?:l|is|lmente))/],
  ["year", /(?:yearly|annual|annually|anua(?:l|is|lmente))/],
];
const overTime =
  /(?:over time|through time|ao longo do tempo|no tempo|timeline|time series|serie temporal|evolution|evolucao|trend|trends|tendencia|tendencias|history|historico|development|curve|curva)/;

/** How finely time is cut, and whether one piece of it is asked for: "which day had most orders?" */
export function readGrain(line: Line): { grain: Reading["grain"]; asksWhich: boolean } {
  const which = take(line, whichUnit, () => "<grain>");
  const asksWhich = which !== null;
  const plain = take(line, unitByUnit, () => "<grain>") ?? take(line, perUnit, () => "<grain>");
  const unit = readUnit(which?.groups?.["unit"] ?? which?.groups?.["other"] ?? plain?.groups?.["unit"]);
  const adverb = adverbs.find(([, pattern]) => take(line, pattern, () => "<grain>") !== null)?.[0];
  const isOverTime = take(line, overTime, () => "<grain>") !== null;
  const grain = grains.find((one) => one === (unit ?? adverb));
  return { grain: grain ?? (isOverTime ? "fitting" : null), asksWhich };
}
