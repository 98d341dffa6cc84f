import { type Line, take } from "../line.ts";

/** Hours of the clock, as in "between 8am and noon"; null where minutes are said, which no number is known by. */
export type Hours = { from: number; to: number } | null;

const half = "(?: ?(?:am|pm))";
const clock = (name: string) =>
  `(?<${name}>noon|midday|meio dia|midnight|meia noite|\\d{1,2}(?:[:h]\\d{2}(?:h|min)?|h|hs|hrs)?(?:${half}| horas?| hs| hrs| o ?clock)?)`;
const surely = "[a-z:]|noon|dia|noite";
const range = new RegExp(
  `(?:(?:between|from|entre|das|de|dos|from the) (?:as |the )?)?${clock("from")} (?:and|to|until|till|e|a|as|ate|ate as|e as) ${clock("to")}`,
);
const after = new RegExp(
  `(?:after|since|depois d[aeo]s?|apos(?: as| o)?|a partir d[aeo]s?|desde as|from) ${clock("from")}(?: on| onwards?| em diante)?`,
);
const before = new RegExp(`(?:before|until|till|antes d[aeo]s?|ate (?:as|o)) ${clock("to")}`);
const at = new RegExp(`(?:at|as|ao|around|por volta d[aeo]s?|na hora d[aeo]s?) ${clock("from")}`);

/** Undefined where figures may be anything; NaN where minutes would have to be told apart. */
function hourOf(text: string, isSure: boolean, other = ""): number | undefined {
  if (!isSure && !new RegExp(surely).test(text)) return undefined;
  if (/^(?:noon|midday|meio dia)$/.test(text)) return 12;
  if (/^(?:midnight|meia noite)$/.test(text)) return 0;
  const [, figures = "", minutes = "00"] = /^(\d{1,2})(?:[:h](\d{2}))?/.exec(text) ?? [];
  const said = /[ap]m/.exec(text)?.[0] ?? /[ap]m/.exec(other)?.[0];
  const hour = said === undefined ? Number(figures) : (Number(figures) % 12) + (said === "pm" ? 12 : 0);
  return minutes !== "00" ? Number.NaN : hour;
}

function within(from: number | undefined, to: number | undefined): Hours | undefined {
  if (from === undefined || to === undefined) return undefined;
  return Number.isNaN(from + to) || from >= to || to > 24 ? null : { from, to };
}

/** Undefined where no hours are said. */
export function readHours(line: Line): Hours | undefined {
  let found: Hours | undefined;
  const keep = (hours: Hours | undefined) => {
    found = hours;
    return hours === undefined ? null : "<hours>";
  };
  take(line, range, ({ groups }) => {
    const [from = "", to = ""] = [groups?.["from"], groups?.["to"]];
    const isSure = new RegExp(surely).test(`${from}${to}`);
    const end = hourOf(to, isSure);
    return keep(within(hourOf(from, isSure, to), end === 0 ? 24 : end));
  });
  if (found === undefined) take(line, after, ({ groups }) => keep(within(hourOf(groups?.["from"] ?? "", false), 24)));
  if (found === undefined) take(line, before, ({ groups }) => keep(within(0, hourOf(groups?.["to"] ?? "", false))));
  if (found === undefined)
    take(line, at, ({ groups }) => {
      const hour = hourOf(groups?.["from"] ?? "", false);
      return keep(within(hour, hour === undefined ? undefined : hour + 1));
    });
  return found;
}

/** As rows of hours are told apart: "08" to "11". */
export function hoursBetween({ from, to }: { from: number; to: number }): string[] {
  return Array.from({ length: to - from }, (_, index) => String(from + index).padStart(2, "0"));
}
