import type { Comparison, Grain } from "../kinds.ts";
import { type Line, lineText, take } from "./line.ts";
import { readUnit } from "./periods/calendar-words.ts";
import type { Period } from "./periods/kinds.ts";

/** "More than last month", also as a question that leaves it open: "more or less". */
const moreThan =
  "(?:more|less|fewer|better|worse|higher|lower|mais|menos|melhor|pior|maior|menor)(?: or (?:less|more|fewer|worse|better|lower)| ou (?:menos|mais|pior|melhor|menor))? (?:than|do que|que)";
const versus = `(?:${moreThan}|(?:and )?(?:when )?compared? (?:it |that |this )?(?:with|to|against)|(?:quando )?(?:e )?comparad[oa]s? (?:com|a|ao|aos)|(?:e )?compar(?:e|a|ar|ando) (?:isso )?(?:com|a|ao)|in comparison (?:with|to)|em comparacao (?:com|a|ao|aos)|versus|vs|contra|against|em relacao (?:a|ao)|relative to|than|do que|frente (?:a|ao)|ante)`;
const article =
  "(?: (?:the|o|a|os|as|that|those|mesmo|mesma|same|this|time|hour|hora|horario|momento|ponto|point|period|periodo|at|by|of|on|de|do|da|in|no|na|em|from|foi|was|were|foram|fizemos|did|we|had|tivemos))*";
const unit = "(?:period|time|hour|day|week|month|quarter|year|days|weeks|months|periodo|hora|dia|semana|mes|trimestre|dias|semanas|meses)";

const yearBefore = new RegExp(
  `(?:${versus}${article} (?:year|ano) (?:before|anterior|earlier)|(?:${versus}${article} )?(?:the )?(?:same|mesm[oa]) ${unit.replace("(?:", "(?<over>")}(?: (?:of|in|do|da|de|no))?(?: the)? (?:last year|previous year|year before|a year (?:ago|before)|ano passado|ano anterior)|${versus}(?: a| the)? year (?:ago|before|earlier)|${versus}(?: ha)? um ano(?: (?:atras|antes))?|${versus} um ano (?:atras|antes)|year (?:over|on) year|yoy|ano (?:a|contra|sobre) ano|a year earlier)`,
);
const before = new RegExp(
  `(?:${versus}${article} (?:(?:previous|prior|preceding|earlier)(?: \\d+)?(?: ${unit})?|${unit} (?:before|earlier|anterior(?:es)?|prior|previo)|(?:\\d+ )?${unit} (?:before|anteriores|anterior)|\\d+ (?:before|anteriores|previous|prior)|one before|retrasad[oa]|(?:last|passad[oa]|ultim[oa])(?: one)?(?=$| by| per| por| in| na| no)|anterior|(?:what|how) it was(?: before)?|antes|before)|(?<over>month|week|quarter|day|period) (?:over|on) (?:month|week|quarter|day|period)|(?<short>mom|wow|qoq|dod)|(?:with|com)(?: o| a)? (?:comparison|comparacao)(?: (?:to|with|com) (?:the |o )?(?:previous period|periodo anterior))?)`,
);
const moved =
  "(?:up|down) (?:from|on|over)|(?:changed?|gr[eo]wn?|growth|rose|risen|fell|fallen|drop(?:ped)?|improved?|increased?|decreased?|declined?) from|above|below|ahead of|behind|acima|abaixo|(?<=<period:\\d+> )x";
const withPeriod = new RegExp(`(?:${versus}|${moved})${article} <period:(?<period>\\d+)>`);
const alone = new RegExp(versus.replace(`(?:${moreThan}|`, "(?:(?:a|with) comparison|comparacao|comparativo|"));

const shortUnits: Readonly<Record<string, string>> = { mom: "month", wow: "week", qoq: "quarter", dod: "day" };

/** What a number is set beside, where that is said without naming a stretch: "than before", "year over year". `over`: the unit of "week over week". */
export function readSpokenComparison(line: Line): { compare: Comparison; over: Grain | null } | null {
  const earlierYear = take(line, yearBefore, () => "<compare>");
  if (earlierYear !== null) return { compare: "year", over: readUnit(earlierYear.groups?.["over"]) ?? null };
  const found = take(line, before, () => "<compare>");
  if (found === null) return null;
  return { compare: "previous", over: readUnit(found.groups?.["over"] ?? shortUnits[found.groups?.["short"] ?? ""]) ?? null };
}

/** The stretch a number is set beside: "compared with October". */
export function readComparedPeriod(line: Line, periods: readonly Period[]): Period | null {
  const found = take(line, withPeriod, () => "<compare>");
  return periods[Number(found?.groups?.["period"])] ?? null;
}

const other =
  "(?: (?!<period)\\S+){0,3} (?:with|to|and|com|e|against|vs|a|ao) (?:(?:the|o|a|os|as|de|do|da|dos|das|in|em|of|those|that|ones|last|on) )*<period:(?<period>\\d+)>";
const besideEachOther = new RegExp(
  `\\b(?:compar(?:e|ar|ando|ison|acao|ativo)|differ|difference|diferenca|change|changed|variacao|<change>|mudou) .*<period:\\d+>${other}`,
);
const oneOrOther =
  /\b(?:more|less|fewer|mais|menos|better|worse|melhor|pior|higher|lower|maior|menor)\b.* <period:\d+> (?:or|ou) (?:(?:in|em|on|no|na|the|o|a) )*<period:(?<period>\d+)>/;

/** "Compare this month with the last one", "more in October or in September": the second stretch is what the first is set beside. */
export function readSecondPeriod(line: Line, periods: readonly Period[]): Period | null {
  const text = lineText(line);
  const found = besideEachOther.exec(text) ?? oneOrOther.exec(text);
  if (found !== null) take(line, /(?:between|entre)(?= <period)/, () => "<between>");
  return periods[Number(found?.groups?.["period"])] ?? null;
}

const besideValue = new RegExp(`${versus}(?: (?:the|o|a|on|no|na|do|da))*(?= <value)`);

/** "Compare" with nothing behind it: what came right before is meant. "Shopee vs Mercado Livre" is none. */
export function readBareComparison(line: Line): boolean {
  // "On mobile this month compared to desktop" sets those beside each other and no stretch.
  if (/<value:([a-z-]+)=.*<value:\1=/.test(lineText(line)) && take(line, besideValue, () => "<vs>") !== null) return false;
  return !/ <(?:value|dim)[^>]*> (?:vs|versus|contra|against) /.test(lineText(line)) && take(line, alone, () => "<compare>") !== null;
}
