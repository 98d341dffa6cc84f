import type { Comparison } from "../kinds.ts";
import { type Line, lineText, take } from "./line.ts";
import type { Period } from "./periods/kinds.ts";

const versus =
  "(?:(?:and )?compared? (?:it |that |this )?(?:with|to|against)|(?:e )?comparad[oa]s? (?:com|a|ao)|(?:e )?compar(?:e|a|ar|ando) (?:isso )?(?:com|a|ao)|in comparison (?:with|to)|em comparacao (?:com|a|ao)|versus|vs|contra|against|em relacao (?:a|ao)|relative to|than|do que|frente (?:a|ao))";
const article = "(?: (?:the|o|a|os|as|that of|those of|mesmo|mesma|same))*";
const unit = "(?:period|time|hour|day|week|month|quarter|year|days|weeks|months|periodo|hora|dia|semana|mes|trimestre|dias|semanas|meses)";

const yearBefore = new RegExp(
  `(?:${versus}${article} (?:year|ano) (?:before|anterior|earlier)|(?:${versus}${article} )?(?:the )?(?:same|mesm[oa]) ${unit}(?: (?:of|in|do|da|de|no))?(?: the)? (?:last year|previous year|year before|a year (?:ago|before)|ano passado|ano anterior)|${versus}(?: a| the)? year (?:ago|before|earlier)|${versus}(?: ha)? um ano(?: (?:atras|antes))?|${versus} um ano (?:atras|antes)|year (?:over|on) year|yoy|ano (?:a|contra|sobre) ano|a year earlier)`,
);
const before = new RegExp(
  `(?:${versus}${article} (?:(?:previous|prior|preceding|earlier)(?: \\d+)?(?: ${unit})?|${unit} (?:before|earlier|anterior(?:es)?|prior|previo)|(?:\\d+ )?${unit} (?:before|anteriores|anterior)|one before|anterior|(?:what|how) it was(?: before)?|antes|before)|(?:month|week|quarter|day|period) (?:over|on) (?:month|week|quarter|day|period)|mom|wow|qoq|(?:with|com)(?: o| a)? (?:comparison|comparacao)(?: (?:to|with|com) (?:the |o )?(?:previous period|periodo anterior))?)`,
);
const withPeriod = new RegExp(`${versus}${article} <period:(?<period>\\d+)>`);
const alone = new RegExp(`${versus.replace("(?:", "(?:(?:a|with) comparison|comparacao|comparativo|")}`);

/** What a number is set beside, where that is said without naming a stretch: "than before", "year over year". */
export function readSpokenComparison(line: Line): Comparison | null {
  if (take(line, yearBefore, () => "<compare>") !== null) return "year";
  return take(line, before, () => "<compare>") === null ? null : "previous";
}

/** The stretch a number is set beside: "compared with October". */
export function readComparedPeriod(line: Line, periods: readonly Period[]): Period | null {
  const found = take(line, withPeriod, () => "<compare>");
  return periods[Number(found?.groups?.["period"])] ?? null;
}

const besideEachOther = /(?:compar(?:e|ar|ando|ison|acao)\b.*) <period:\d+> (?:with|to|and|com|e|against|a|ao) (?:(?:the|o|a) )?<period:(?<period>\d+)>/;

/** "Compare this month with the last one": the second stretch is what the first is set beside. */
export function readSecondPeriod(line: Line, periods: readonly Period[]): Period | null {
  const found = besideEachOther.exec(lineText(line));
  return periods[Number(found?.groups?.["period"])] ?? null;
}

/** "Compare" with nothing behind it: what came right before is meant. "Shopee vs Mercado Livre" is none. */
export function readBareComparison(line: Line): boolean {
  return !/ <(?:value|dim)[^>]*> (?:vs|versus|contra|against) /.test(lineText(line)) && take(line, alone, () => "<compare>") !== null;
}
