import { z } from "zod";

/** Ids come as numbers and as text, sometimes for the same thing; a number too long to be exact is no id. */
export const refText = z.union([z.string().min(1), z.int().transform(String)]);

export const optionalRef = refText.nullish().transform((ref) => ref ?? null);
export const optionalText = z
  .string()
  .nullish()
  .transform((text) => text ?? null);
export const texts = z
  .array(z.string())
  .nullish()
  .transform((list) => list ?? []);

/** A decimal number as whole units of 10^-places, worked out on its digits: binary fractions would lose a cent. */
export function scaleDecimal(value: number | string, places: number): number | undefined {
  const [, sign, whole = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/i.exec(String(value).trim()) ?? [];
  if (sign === undefined) return undefined;
  const shift = Number(exponent) + places;
  if (Math.abs(shift) > 40) return undefined;
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = digits.padEnd(point, "0");
  const kept = point > 0 ? padded.slice(0, point) : "0";
  const next = point >= 0 ? (padded[point] ?? "0") : "0";
  const scaled = Number(kept) + (next >= "5" ? 1 : 0);
  if (!Number.isSafeInteger(scaled)) return undefined;
  return sign === "-" && scaled !== 0 ? -scaled : scaled;
}

function scaled(places: number, what: string) {
  return z.union([z.number(), z.string()]).transform((value, context) => {
    const result = scaleDecimal(value, places);
    if (result !== undefined) return result;
    context.addIssue({ code: "custom", message: `not ${what}` });
    return z.NEVER;
  });
}

/** Money as integer cents. All sites we serve have two decimals. */
export const cents = scaled(2, "an amount of money");
export const optionalCents = cents.nullish().transform((value) => value ?? null);
/** A share of 0 to 1 as hundredths of a percent. */
export const basisPoints = scaled(4, "a share");

const isoPattern = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})$/i;
const dayFirstPattern = /^(\d{2})-(\d{2})-(\d{4}) (\d{2}):(\d{2}):(\d{2})$/;

/** Reads every way this vendor writes a moment; anything else is undefined. Without an offset it is UTC. */
export function parseMoment(text: string): number | undefined {
  const iso = isoPattern.exec(text.trim());
  if (iso !== null) {
    const [, year, month, day, hour, minute, second = "0", fraction = "0", zone = "Z"] = iso;
    const atMs = utcOf([year, month, day, hour, minute, second].map(Number), Number(fraction.slice(0, 3).padEnd(3, "0")));
    const offsetMs = offsetOf(zone);
    return atMs === undefined || offsetMs === undefined ? undefined : atMs - offsetMs;
  }
  const [, day, month, year, hour, minute, second] = dayFirstPattern.exec(text.trim()) ?? [];
  return second === undefined ? undefined : utcOf([year, month, day, hour, minute, second].map(Number), 0);
}

function utcOf(parts: number[], milliseconds: number): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second, milliseconds));
  const isReal = year >= 1970 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? date.getTime() : undefined;
}

function offsetOf(zone: string): number | undefined {
  if (zone.toUpperCase() === "Z") return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(-2))];
  if (hours > 14 || minutes > 59) return undefined;
  return (zone.startsWith("-") ? -1 : 1) * (hours * 60 + minutes) * 60_000;
}

export const moment = z.string().transform((text, context) => {
  const atMs = parseMoment(text);
  if (atMs !== undefined) return atMs;
  context.addIssue({ code: "custom", message: "not a date we know" });
  return z.NEVER;
});
export const optionalMoment = moment.nullish().transform((atMs) => atMs ?? null);

export const pagingSchema = z.object({ total: z.int().min(0), offset: z.int().nullish(), limit: z.int().nullish() });
