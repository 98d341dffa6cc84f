import { isBinCode } from "../bin-code.ts";
import { type Gs1Details, gs1Details } from "./gs1-details.ts";
import { readDigitalLink } from "./gs1-digital-link.ts";
import { type Gs1Reading, type Gs1Reason, groupSeparator, readBracketed, readElementString } from "./gs1-elements.ts";
import { type FloorCommand, readOwnCode } from "./own-code.ts";
import { readPlainNumber } from "./plain-number.ts";
import { hasInvisible, visibleText } from "./visible-text.ts";

/** `label` is one of ours with its check digits; `bare` only looks like one, and may be a SKU where no such bin exists. */
type From = "label" | "bare";

/**
 * What a scan means, whatever it was printed in. `raw` is what came, and may hold a badge's secret; `saw` is for screens
 * and logs. `position` counts in `raw`.
 */
export type Scan =
  | { kind: "item"; raw: string; gtin: string; details: Gs1Details }
  | { kind: "plate"; raw: string; plate: string; details: Gs1Details | null }
  | { kind: "details"; raw: string; details: Gs1Details }
  | { kind: "bin"; raw: string; code: string; from: From }
  | { kind: "sku"; raw: string; sku: string }
  | { kind: "task"; raw: string; taskId: string }
  | { kind: "badge"; raw: string; secret: string }
  | { kind: "device"; raw: string; code: string }
  | { kind: "command"; raw: string; command: FloorCommand }
  | { kind: "text"; raw: string; text: string }
  | { kind: "invalid"; raw: string; saw: string; reason: Gs1Reason | "ownCode" | "unknownCommand"; position: number }
  | { kind: "unknown"; raw: string; saw: string; reason: "empty" | "tooLong" | "unreadable" | "link" };

export type ScanOptions = {
  /** Decides the century of dates with two digits for the year. */
  thisYear: number;
  /** What a warehouse has: these texts are taken for what they are there, whatever they look like. */
  known?: { bins?: ReadonlySet<string>; skus?: ReadonlySet<string> };
  /**
   * What a scanner types in place of ASCII 29. No GS1 value may hold `|` or `~`, so that both can be taken for it at once;
   * `|` is the one to set up, as `~` waits for a vowel on Portuguese keyboards.
   */
  separators?: readonly string[];
};

const defaultSeparators = ["|", "~"];
const maxLength = 512;
const maxTextLength = 80;
const gs1Symbologies = new Set(["]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1", "]z1"]);
const ean8 = "]E4";
const eanWithAddOn = "]E3";
const ean13Length = 13;
/** An article or a plate comes first: too long for any other number, so errors in it are told. */
const surelyElements = /^(0[12]\d{14}|00\d{18})/;
const plate = /^LPN[0-9A-Z-]{1,17}$/;

type Stripped = { raw: string; text: string; offset: number; isGs1: boolean; isEan8: boolean };

/** Never throws: what it cannot read it shows. */
export function readScan(raw: string, options: ScanOptions): Scan {
  if (raw.length > maxLength) return unknown(raw, "tooLong");
  const stripped = strip(raw, options.separators ?? defaultSeparators);
  if (stripped.text === "") return unknown(raw, "empty");
  return ownScan(stripped) ?? knownScan(stripped, options) ?? gs1Scan(stripped, options) ?? bareScan(stripped);
}

/** Without the scanner's additions at either end: line ends, symbology identifier, the FNC1 that opens GS1 data. */
function strip(raw: string, separators: readonly string[]): Stripped {
  const start = raw.length - raw.trimStart().length;
  const body = raw.trim();
  const identifier = /^\][A-Za-z][0-9A-Fa-f]/.exec(body)?.[0] ?? "";
  const isGs1 = gs1Symbologies.has(identifier);
  let text = body.slice(identifier.length);
  if (identifier === eanWithAddOn) text = text.slice(0, ean13Length);
  const opening = [groupSeparator, ...(isGs1 ? separators : [])].find((sign) => sign !== "" && text.startsWith(sign)) ?? "";
  return {
    raw,
    text: text.slice(opening.length),
    offset: start + identifier.length + opening.length,
    isGs1: isGs1 || opening !== "",
    isEan8: identifier === ean8,
  };
}

function ownScan({ raw, text, offset }: Stripped): Scan | undefined {
  const own = readOwnCode(text);
  if (own === undefined) return undefined;
  if (!own.ok) {
    // Badges and pairing codes are keys: a torn label must not put one on a screen or into a log.
    const saw = /^e.[ud]/i.test(text) ? `${text.slice(0, 3)}:…` : visibleText(raw);
    return { kind: "invalid", raw, saw, reason: own.reason, position: offset + own.position };
  }
  switch (own.kind) {
    case "bin":
      return { kind: "bin", raw, code: own.body, from: "label" };
    case "sku":
      return { kind: "sku", raw, sku: own.body };
    case "plate":
      return { kind: "plate", raw, plate: own.body, details: null };
    case "task":
      return { kind: "task", raw, taskId: own.body };
    case "badge":
      return { kind: "badge", raw, secret: own.body };
    case "device":
      return { kind: "device", raw, code: own.body };
    case "command":
      return { kind: "command", raw, command: own.body };
    default:
      return own satisfies never;
  }
}

function knownScan({ raw, text, isGs1 }: Stripped, { known }: ScanOptions): Scan | undefined {
  if (isGs1) return undefined;
  if (known?.bins?.has(text)) return { kind: "bin", raw, code: text, from: "bare" };
  return known?.skus?.has(text) ? { kind: "text", raw, text } : undefined;
}

function gs1Scan(stripped: Stripped, { thisYear, separators = defaultSeparators }: ScanOptions): Scan | undefined {
  const { raw, text, offset } = stripped;
  const told = (reading: Gs1Reading) =>
    reading.ok ? meaningOf(raw, reading, thisYear) : invalid(raw, reading.reason, offset + reading.position);
  if (/^\(\d{2,4}\)/.test(text)) return told(readBracketed(text, thisYear));
  const link = readDigitalLink(text, thisYear);
  if (link !== undefined) return told(link);
  const plain = readPlainNumber(text, stripped.isEan8);
  if (plain === "wrongCheckDigit" && !stripped.isGs1) return invalid(raw, "checkDigit", offset + text.length - 1);
  if (typeof plain === "object" && !stripped.isGs1) return meaningOf(raw, { elements: [plain] }, thisYear);
  const isSure = stripped.isGs1 || surelyElements.test(text) || (/^\d/.test(text) && text.includes(groupSeparator));
  const isLikely = separators.some((sign) => sign !== "" && text.includes(sign));
  if (!isSure && !isLikely) return undefined;
  const reading = readElementString(text, [groupSeparator, ...separators], thisYear);
  return isSure || reading.ok ? told(reading) : undefined;
}

function meaningOf(raw: string, { elements }: Pick<Gs1Reading & { ok: true }, "elements">, thisYear: number): Scan {
  const details = gs1Details(elements, thisYear);
  if (details.sscc !== null) return { kind: "plate", raw, plate: details.sscc, details };
  return details.gtin === null ? { kind: "details", raw, details } : { kind: "item", raw, gtin: details.gtin, details };
}

function bareScan({ raw, text }: Stripped): Scan {
  if (hasInvisible(text)) return unknown(raw, "unreadable");
  if (/^[a-z]+:\/\//i.test(text)) return unknown(raw, "link");
  if (text.length > maxTextLength) return unknown(raw, "tooLong");
  if (plate.test(text)) return { kind: "plate", raw, plate: text, details: null };
  // One part alone is a word; only the hyphens tell a bin from most SKUs.
  if (text.includes("-") && isBinCode(text)) return { kind: "bin", raw, code: text, from: "bare" };
  return { kind: "text", raw, text };
}

function invalid(raw: string, reason: Gs1Reason, position: number): Scan {
  return { kind: "invalid", raw, saw: visibleText(raw), reason, position };
}

function unknown(raw: string, reason: "empty" | "tooLong" | "unreadable" | "link"): Scan {
  return { kind: "unknown", raw, saw: visibleText(raw), reason };
}
