import * as z from "zod/mini";
import type { ItemDetails, Meaning } from "./scan-meaning.ts";

const lineSchema = z.object({ sku: z.string(), code: z.string(), title: z.string(), gtin: z.nullable(z.string()), qty: z.int() });
export const parcelSchema = z.object({
  id: z.string(),
  orderRef: z.string(),
  channelName: z.string(),
  state: z.enum(["picked", "packed"]),
  isCalledOff: z.boolean(),
  shipBy: z.nullable(z.int()),
  lines: z.array(lineSchema),
});
export type Parcel = z.infer<typeof parcelSchema>;
export type ParcelLine = z.infer<typeof lineSchema>;

/** Which order, each of its goods, what it weighs; then what the carrier calls it, and off it goes. */
const packSteps = ["order", "items", "weight", "tracking", "ship"] as const;

/** How far a parcel is. Kept on the tablet, so that nobody scans a box twice because of a flat battery. */
export const packingSchema = z.object({
  step: z.enum(packSteps),
  parcel: z.nullable(parcelSchema),
  /** Units of each SKU that were in somebody's hand. */
  seen: z.record(z.string(), z.int()),
  serials: z.array(z.string()),
  tracking: z.string(),
});
export type Packing = z.infer<typeof packingSchema>;

export type PackInput =
  | { type: "parcel"; parcel: Parcel }
  | { type: "scan"; meaning: Meaning; raw: string }
  | { type: "weight"; grams: number }
  /** One unit was scanned that did not go into the box, or came out of it again. */
  | { type: "take-out"; sku: string }
  /** No scale, no code of the carrier. */
  | { type: "skip" }
  | { type: "undo" };

export type PackRefusal =
  | "calledOff"
  | "needsOrder"
  | "needsItem"
  | "needsAnswer"
  | "notInOrder"
  | "enoughOfIt"
  | "serialTwice"
  | "trackingWrong"
  | "tooLarge";
export type PackVerdict =
  | { kind: "ok" }
  | { kind: "wrong"; reason: PackRefusal }
  | { kind: "pack"; id: string; weightGrams: number | null }
  | { kind: "ship"; id: string; trackingCode: string | null };
export type PackResult = { packing: Packing; verdict: PackVerdict };

const mostGrams = 1_000_000;
const trackingPattern = /^[\x21-\x7e](?:[\x20-\x7e]{0,58}[\x21-\x7e])?$/;

export const freshPacking: Packing = { step: "order", parcel: null, seen: {}, serials: [], tracking: "" };

const ok = (packing: Packing): PackResult => ({ packing, verdict: { kind: "ok" } });
const wrong = (packing: Packing, reason: PackRefusal): PackResult => ({ packing, verdict: { kind: "wrong", reason } });

/** Nothing goes into a box that its order does not ask for, and no box closes before it has all. */
export function stepPacking(packing: Packing, input: PackInput): PackResult {
  if (input.type === "undo" || isCommand(input, "UNDO")) return ok(undone(packing));
  if (isCommand(input, "OK")) return stepPacking(packing, { type: "skip" });
  if (input.type === "parcel") return begin(packing, input.parcel);
  const { parcel } = packing;
  if (parcel === null) return wrong(packing, "needsOrder");
  if (input.type === "take-out") return ok(takenOut(packing, input.sku));
  switch (packing.step) {
    case "order":
      return wrong(packing, "needsOrder");
    case "items":
      return atItems(packing, parcel, input);
    case "weight":
      return atWeight(packing, parcel, input);
    case "tracking":
      return atTracking(packing, input);
    case "ship":
      if (input.type === "skip") return { packing, verdict: { kind: "ship", id: parcel.id, trackingCode: packing.tracking || null } };
      return atTracking(packing, input);
    default:
      return packing.step satisfies never;
  }
}

function isCommand(input: PackInput, command: "OK" | "UNDO"): boolean {
  return input.type === "scan" && input.meaning.kind === "command" && input.meaning.command === command;
}

function begin(packing: Packing, parcel: Parcel): PackResult {
  if (parcel.isCalledOff) return wrong(packing, "calledOff");
  return ok({ ...freshPacking, parcel, step: parcel.state === "packed" ? "tracking" : "items" });
}

/** The line that a scan is of; also goods that the tablet's own zone has never had. */
function lineOf(lines: readonly ParcelLine[], meaning: Meaning): ParcelLine | undefined {
  if (meaning.kind === "item") return lines.find(({ sku }) => sku === meaning.sku);
  if (meaning.kind !== "foreign" || meaning.what !== "item") return undefined;
  const { saw } = meaning;
  return lines.find(({ code, gtin }) => code === saw || (gtin !== null && gtin.padStart(14, "0") === saw.padStart(14, "0")));
}

/** Boxes that wait to be filled with what was scanned, or with any of the goods of a plate that was. */
export function boxesFor(parcels: readonly Parcel[], meaning: Meaning, skus?: readonly string[]): Parcel[] {
  const isIn = ({ lines }: Parcel) =>
    skus === undefined ? lineOf(lines, meaning) !== undefined : lines.some(({ sku }) => skus.includes(sku));
  return parcels.filter((parcel) => parcel.state === "picked" && !parcel.isCalledOff && isIn(parcel));
}

export function missingOf({ seen }: Packing, { sku, qty }: ParcelLine): number {
  return qty - (seen[sku] ?? 0);
}

function detailsOf(meaning: Meaning): ItemDetails | undefined {
  if (meaning.kind === "item") return meaning;
  return meaning.kind === "foreign" && meaning.what === "item" ? meaning.details : undefined;
}

function atItems(packing: Packing, parcel: Parcel, input: PackInput): PackResult {
  const details = input.type === "scan" ? detailsOf(input.meaning) : undefined;
  if (input.type !== "scan" || details === undefined) return wrong(packing, "needsItem");
  const line = lineOf(parcel.lines, input.meaning);
  if (line === undefined) return wrong(packing, "notInOrder");
  const { serial } = details;
  const units = Math.max(1, details.qty ?? 1);
  if (units > missingOf(packing, line)) return wrong(packing, "enoughOfIt");
  const name = serial === null ? "" : `${line.sku} ${serial}`;
  if (name !== "" && packing.serials.includes(name)) return wrong(packing, "serialTwice");
  const next: Packing = {
    ...packing,
    seen: { ...packing.seen, [line.sku]: (packing.seen[line.sku] ?? 0) + units },
    serials: name === "" ? packing.serials : [...packing.serials, name],
  };
  return ok(parcel.lines.every((one) => missingOf(next, one) === 0) ? { ...next, step: "weight" } : next);
}

function atWeight(packing: Packing, { id }: Parcel, input: PackInput): PackResult {
  if (input.type === "skip") return { packing, verdict: { kind: "pack", id, weightGrams: null } };
  if (input.type !== "weight") return wrong(packing, "needsAnswer");
  if (!Number.isSafeInteger(input.grams) || input.grams > mostGrams) return wrong(packing, "tooLarge");
  return input.grams < 1 ? wrong(packing, "needsAnswer") : { packing, verdict: { kind: "pack", id, weightGrams: input.grams } };
}

/** Carriers print what they like: whatever was scanned is the code, as it stands. Shown before it is sent, and scanned anew it is another. */
function atTracking(packing: Packing, input: PackInput): PackResult {
  if (input.type === "skip") return ok({ ...packing, tracking: "", step: "ship" });
  if (input.type !== "scan") return wrong(packing, "needsAnswer");
  const code = input.raw.trim();
  return trackingPattern.test(code) ? ok({ ...packing, tracking: code, step: "ship" }) : wrong(packing, "trackingWrong");
}

/** The house has it packed; the same box goes on. */
export function afterPacked(packing: Packing): Packing {
  const parcel = packing.parcel === null ? null : { ...packing.parcel, state: "packed" as const };
  return { ...packing, parcel, step: "tracking" };
}

/** Of goods with numbers the one that was scanned last. A box that had all has to be filled again. */
function takenOut(packing: Packing, sku: string): Packing {
  const units = packing.seen[sku] ?? 0;
  if (units === 0 || (packing.step !== "items" && packing.step !== "weight")) return packing;
  const last = packing.serials.findLastIndex((name) => name.startsWith(`${sku} `));
  return {
    ...packing,
    step: "items",
    seen: { ...packing.seen, [sku]: units - 1 },
    serials: packing.serials.filter((_, index) => index !== last),
  };
}

function undone(packing: Packing): Packing {
  if (packing.step === "ship") return { ...packing, step: "tracking", tracking: "" };
  if (packing.step === "weight") return { ...packing, step: "items", seen: {}, serials: [] };
  return freshPacking;
}
