import { hasCheckDigit } from "#app/platform/check-digit.ts";
import { isGs1Time, readGs1Day } from "./gs1-date.ts";
import { aiAt, type Gs1Rule, isPredefinedLength, ruleOf } from "./gs1-table.ts";

/** An application identifier with its value as it is encoded. */
export type Gs1Element = { ai: string; value: string };
export type Gs1Reason = "unknownAi" | "length" | "characters" | "checkDigit" | "date" | "repeated";
/** `position` counts from the start of what was read. */
export type Gs1Problem = { reason: Gs1Reason; position: number };
export type Gs1Reading = { ok: true; elements: Gs1Element[] } | ({ ok: false } & Gs1Problem);

/** ASCII 29: what FNC1 between two elements is sent as. */
export const groupSeparator = "\u001d";

type Segment = { text: string; at: number };
type Piece = { ai: string; value: string; aiAt: number; valueAt: number };

const refused = { digits: /[^0-9]/, text: /[^!"%&'()*+,\-./0-9:;<=>?A-Z_a-z]/ } as const;

/** What is wrong with a value, and at which of its characters. */
export function checkValue(ai: string, value: string, thisYear: number): Gs1Problem | undefined {
  const rule = ruleOf(ai);
  if (rule === undefined) return { reason: "unknownAi", position: 0 };
  const unfit = value.search(refused[rule.characters]);
  if (unfit !== -1) return { reason: "characters", position: unfit };
  if (value.length < rule.minLength || value.length > rule.maxLength) {
    return { reason: "length", position: Math.min(value.length, rule.maxLength) };
  }
  if (rule.checked !== undefined && !hasCheckDigit(value.slice(0, rule.checked))) {
    return { reason: "checkDigit", position: rule.checked - 1 };
  }
  return checkBeginning(rule, value, thisYear);
}

function checkBeginning({ begins }: Gs1Rule, value: string, thisYear: number): Gs1Problem | undefined {
  switch (begins) {
    case "day":
      return readGs1Day(value, thisYear) === undefined ? { reason: "date", position: 0 } : undefined;
    case "time":
      return isGs1Time(value, thisYear) ? undefined : { reason: "date", position: 0 };
    case "country":
      return /^\d{3}/.test(value) ? undefined : { reason: "characters", position: value.search(/\D/) };
    case undefined:
      return undefined;
    default:
      return begins satisfies never;
  }
}

/** Checks the pieces of any spelling; a value said twice is one value, two values of one AI are an error. */
export function joinPieces(pieces: readonly Piece[], thisYear: number): Gs1Reading {
  const values = new Map<string, string>();
  for (const { ai, value, aiAt, valueAt } of pieces) {
    const problem = checkValue(ai, value, thisYear);
    if (problem?.reason === "unknownAi") return { ok: false, reason: "unknownAi", position: aiAt };
    if (problem !== undefined) return { ok: false, reason: problem.reason, position: valueAt + problem.position };
    if ((values.get(ai) ?? value) !== value) return { ok: false, reason: "repeated", position: aiAt };
    values.set(ai, value);
  }
  if (values.size === 0) return { ok: false, reason: "length", position: 0 };
  return { ok: true, elements: Array.from(values, ([ai, value]) => ({ ai, value })) };
}

/** An element string as scanners send it, its parts divided by any of `separators`. */
export function readElementString(text: string, separators: readonly string[], thisYear: number): Gs1Reading {
  return joinPieces(
    segmentsOf(text, separators).flatMap((segment) => piecesOf(segment)),
    thisYear,
  );
}

/** What begins with no known AI becomes a piece too: the check refuses it where it stands. */
function piecesOf({ text, at }: Segment): Piece[] {
  const pieces: Piece[] = [];
  let position = 0;
  while (position < text.length) {
    const ai = aiAt(text, position) ?? text.slice(position);
    const valueAt = position + ai.length;
    const end = isPredefinedLength(ai) ? valueAt + (ruleOf(ai)?.maxLength ?? text.length) : text.length;
    pieces.push({ ai, value: text.slice(valueAt, end), aiAt: at + position, valueAt: at + valueAt });
    position = end;
  }
  return pieces;
}

function segmentsOf(text: string, separators: readonly string[]): Segment[] {
  const signs = separators.filter((sign) => sign !== "").map((sign) => sign.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  const breaks = signs.length === 0 ? [] : [...text.matchAll(new RegExp(signs.join("|"), "g"))];
  const starts = [0, ...breaks.map((sign) => sign.index + sign[0].length)];
  const ends = [...breaks.map((sign) => sign.index), text.length];
  return starts.map((at, index) => ({ text: text.slice(at, ends[index]), at }));
}

/** As people print it below the bars: "(01)07891000315507(10)AB12". */
export function readBracketed(text: string, thisYear: number): Gs1Reading {
  const marks = [...text.matchAll(/\((\d{2,4})\)/g)];
  // A lot may hold brackets itself: after the first, only those around an AI part two elements.
  const openings = marks.filter(({ 1: ai = "" }, index) => index === 0 || ruleOf(ai) !== undefined);
  const pieces = openings.map(({ 0: mark, 1: ai = "", index: at }, order): Piece => {
    const valueAt = at + mark.length;
    return { ai, value: text.slice(valueAt, openings[order + 1]?.index ?? text.length), aiAt: at + 1, valueAt };
  });
  return joinPieces(pieces, thisYear);
}

/** The elements in one line of bars, a separator only where the next one could not be found without it. */
export function writeElementString(elements: readonly Gs1Element[], separator = groupSeparator): string {
  const last = elements.length - 1;
  return elements.map(({ ai, value }, index) => ai + value + (index === last || isPredefinedLength(ai) ? "" : separator)).join("");
}

export function writeBracketed(elements: readonly Gs1Element[]): string {
  return elements.map(({ ai, value }) => `(${ai})${value}`).join("");
}
