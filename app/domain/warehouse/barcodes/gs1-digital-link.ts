import { type Gs1Element, type Gs1Reading, joinPieces } from "./gs1-elements.ts";
import { ruleOf } from "./gs1-table.ts";

type Part = { text: string; at: number };

/** The AIs that may open the path of a link; what stands before them is the host's own. */
const primaryKeys = new Set(["00", "01", "253", "255", "401", "402", "414", "417", "8003", "8004", "8006", "8010", "8013", "8017", "8018"]);
const gtinLength = 14;

/** A GS1 Digital Link of any host. Undefined when the address is not one. */
export function readDigitalLink(text: string, thisYear: number): Gs1Reading | undefined {
  const [, start = "", path = "", query = ""] = /^(https?:\/\/[^/?#]+\/)([^?#]*)(\?[^#]*)?/i.exec(text) ?? [];
  const segments = partsOf(path.replace(/\/$/, ""), "/", start.length);
  const keyIndex = segments.findLastIndex(
    (segment, index) => primaryKeys.has(segment.text) && (segments.length - index) % 2 === 0 && areElements(segments.slice(index)),
  );
  if (keyIndex === -1) return undefined;
  const pieces = [...pairsOf(segments.slice(keyIndex)), ...queryPairs(query, start.length + path.length)].map(({ ai, value }) => {
    const plain = decoded(value.text);
    return { ai: ai.text, value: isShortGtin(ai.text, plain) ? plain.padStart(gtinLength, "0") : plain, aiAt: ai.at, valueAt: value.at };
  });
  return joinPieces(pieces, thisYear);
}

/** GS1's own host, which answers links whose maker has none. */
const resolver = "https://id.gs1.org/";
/** What narrows an article down stands in the path, from the wider to the narrower; all else is asked behind it. */
const qualifiers = ["22", "10", "21"];

/** The elements as a link, the key first: what a QR code says in place of an element string. */
export function writeDigitalLink(elements: readonly Gs1Element[]): string {
  const isKey = ({ ai }: Gs1Element) => primaryKeys.has(ai);
  const inPath = qualifiers.flatMap((ai) => elements.find((one) => one.ai === ai) ?? []);
  const path = [...elements.filter(isKey).slice(0, 1), ...inPath].map(({ ai, value }) => `${ai}/${encodeURIComponent(value)}`);
  const rest = elements.filter((one) => !isKey(one) && !inPath.includes(one));
  const query = rest.map(({ ai, value }) => `${ai}=${encodeURIComponent(value)}`).join("&");
  return `${resolver}${path.join("/")}${query === "" ? "" : `?${query}`}`;
}

function partsOf(text: string, sign: string, start: number): Part[] {
  let at = start;
  return text.split(sign).map((part) => {
    const found = { text: part, at };
    at += part.length + sign.length;
    return found;
  });
}

function areElements(segments: readonly Part[]): boolean {
  return segments.every(({ text }, index) => index % 2 === 1 || ruleOf(text) !== undefined);
}

function pairsOf(segments: readonly Part[]): { ai: Part; value: Part }[] {
  return segments.flatMap((ai, index) => {
    const value = segments[index + 1];
    return index % 2 === 1 || value === undefined ? [] : [{ ai, value }];
  });
}

/** Names that are no numbers (`linkType`) are for whoever answers the link. */
function queryPairs(query: string, start: number): { ai: Part; value: Part }[] {
  return partsOf(query.slice(1), "&", start + 1).flatMap(({ text, at }) => {
    const [name = "", ...rest] = text.split("=");
    if (!/^\d+$/.test(name)) return [];
    return [{ ai: { text: name, at }, value: { text: rest.join("="), at: at + name.length + 1 } }];
  });
}

/** A percent sign is legal in a value, so a broken escape would pass for one: it becomes a character that never is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return "\uFFFD";
  }
}

function isShortGtin(ai: string, value: string): boolean {
  return ai === "01" && /^(\d{8}|\d{12,13})$/.test(value);
}
