import { isBinCode } from "../bin-code.ts";

export const floorCommands = ["OK", "UNDO", "SHORT", "DAMAGED", "HELP", "CANCEL", "FULL"] as const;
export type FloorCommand = (typeof floorCommands)[number];

const letters = { bin: "B", sku: "S", plate: "P", task: "T", badge: "U", device: "D", command: "C" } as const;
export type OwnKind = keyof typeof letters;
const kinds: readonly OwnKind[] = ["bin", "sku", "plate", "task", "badge", "device", "command"];

export type OwnReading =
  | { ok: true; kind: Exclude<OwnKind, "command">; body: string }
  | { ok: true; kind: "command"; body: FloorCommand }
  | { ok: false; reason: "ownCode" | "checkDigit" | "unknownCommand"; position: number };

const bodyCharacters = /^[0-9A-Za-z._-]{1,64}$/;
/** A seller's SKU is whatever the seller calls it, as long as bars can say it. */
const skuCharacters = /^[!-~](?:[ -~]{0,78}[!-~])?$/;
/** The colon's key on Portuguese, Spanish and German keyboards, for a scanner that types as on an American one. */
const colon = "[:ÇçÑñÖö]";
const opening = new RegExp(`^E${colon}([A-Z])${colon}`);
const whole = new RegExp(`^E${colon}([A-Z])${colon}(.*)${colon}(\\d\\d)$`);
const modulus = 97;
const radix = 10;

/**
 * Two digits over kind and body. The modulus is prime and above every step between two printable characters, so that no
 * single wrong character and no exchanged pair goes unseen.
 */
function checkPair(letter: string, body: string): string {
  let rest = 0;
  for (const character of letter + body) rest = (rest * radix + (character.codePointAt(0) ?? 0) - 32) % modulus;
  return String(rest).padStart(2, "0");
}

/** "E:B:A-02-04:19": what our labels say. Undefined when a scanner could not read it back. */
export function writeOwnCode(kind: OwnKind, body: string): string | undefined {
  if (!isFit(kind, body)) return undefined;
  return `E:${letters[kind]}:${body}:${checkPair(letters[kind], body)}`;
}

function isFit(kind: OwnKind, body: string): boolean {
  if (kind === "sku") return skuCharacters.test(body);
  if (!bodyCharacters.test(body)) return false;
  if (kind === "bin") return isBinCode(body);
  return kind !== "command" || isFloorCommand(body);
}

function isFloorCommand(text: string): text is FloorCommand {
  return floorCommands.some((command) => command === text);
}

/** Undefined when the text does not begin as one of ours. */
export function readOwnCode(scanned: string): OwnReading | undefined {
  const text = withoutCapsLock(scanned);
  const letter = opening.exec(text)?.[1];
  if (letter === undefined) return undefined;
  const kind = kinds.find((one) => letters[one] === letter);
  if (kind === undefined) return { ok: false, reason: "ownCode", position: 2 };
  const [, , body = "", check = ""] = whole.exec(text) ?? [];
  if (body === "") return { ok: false, reason: "ownCode", position: 4 };
  if (checkPair(letter, body) !== check) return { ok: false, reason: "checkDigit", position: text.length - 2 };
  if (kind === "command") return isFloorCommand(body) ? { ok: true, kind, body } : { ok: false, reason: "unknownCommand", position: 4 };
  return isFit(kind, body) ? { ok: true, kind, body } : { ok: false, reason: "ownCode", position: 4 };
}

/** A keyboard with Caps Lock on exchanges the cases of everything that a scanner types. */
function withoutCapsLock(text: string): string {
  if (!new RegExp(`^e${colon}[a-z]${colon}`).test(text)) return text;
  return Array.from(text, (sign) => (sign === sign.toUpperCase() ? sign.toLowerCase() : sign.toUpperCase())).join("");
}
