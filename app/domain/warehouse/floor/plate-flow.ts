import * as z from "zod/mini";
import type { CommandInput } from "../ledger/commands.ts";
import type { KnownZone, Meaning } from "./scan-meaning.ts";

/** Which plate, where a new one begins, what to do; then goods, lot, numbers or quantity, and where from or whereto. */
const plateSteps = ["plate", "begin", "menu", "to", "item", "lot", "serials", "qty", "source", "target"] as const;

export const plateWorkSchema = z.object({
  step: z.enum(plateSteps),
  plate: z.string(),
  /** Where it stands, as its zone said; null when it is not there yet. */
  binId: z.nullable(z.string()),
  doing: z.nullable(z.enum(["put-on", "take-off"])),
  sku: z.string(),
  lot: z.string(),
  serials: z.array(z.string()),
  qty: z.int(),
  /** A bin that was scanned without a question: scanned again, the plate is moved there. */
  offered: z.nullable(z.string()),
});
export type PlateWork = z.infer<typeof plateWorkSchema>;

export type PlateInput =
  | { type: "scan"; meaning: Meaning }
  /** What the zone knows of the plate that was asked for; `binId` is null for one that was never used. */
  | { type: "plate"; plate: string; binId: string | null }
  | { type: "choose"; doing: "put-on" | "take-off" | "move" }
  | { type: "qty"; qty: number }
  | { type: "lot"; lot: string }
  /** Of numbers: these are all. Of goods that were put on: they lay beside the plate. */
  | { type: "skip" }
  | { type: "undo" };

export type PlateRefusal =
  | ("needsPlate" | "needsItem" | "needsBin" | "needsAnswer" | "needsPlace" | "wrongItem" | "moveOffered")
  | ("serialNeeded" | "serialTwice" | "tooLarge" | "samePlate");
export type PlateVerdict = { kind: "ok" } | { kind: "wrong"; reason: PlateRefusal } | { kind: "done"; command: CommandInput };
export type PlateResult = { work: PlateWork; verdict: PlateVerdict };

const noGoods = { doing: null, sku: "", lot: "", serials: [], qty: 0, offered: null };
export const freshPlateWork: PlateWork = { step: "plate", plate: "", binId: null, ...noGoods };

const ok = (work: PlateWork): PlateResult => ({ work, verdict: { kind: "ok" } });
const wrong = (work: PlateWork, reason: PlateRefusal): PlateResult => ({ work, verdict: { kind: "wrong", reason } });
const done = (work: PlateWork, command: CommandInput): PlateResult => ({ work, verdict: { kind: "done", command } });

/** Back where a plate is asked what to do with, after it was done. */
export function atMenu({ plate, binId }: Pick<PlateWork, "plate" | "binId">): PlateWork {
  return { step: "menu", plate, binId, ...noGoods };
}

export function stepPlate(work: PlateWork, input: PlateInput, zone: KnownZone): PlateResult {
  if (input.type === "undo" || isCommand(input, "UNDO")) return ok(undone(work));
  if (isCommand(input, "OK")) return stepPlate(work, { type: "skip" }, zone);
  if (input.type === "plate") {
    const { plate, binId } = input;
    return ok(binId === null ? { ...freshPlateWork, step: "begin", plate } : atMenu({ plate, binId }));
  }
  switch (work.step) {
    case "plate":
      return wrong(work, "needsPlate");
    case "begin":
      return scannedBin(work, input, (binId) => done({ ...work, binId }, { type: "make-plate", plate: work.plate, binId }));
    case "menu":
      return inMenu(work, input, zone);
    case "to":
      return atPlace(work, input);
    case "item":
      return atItem(work, input, zone);
    case "lot":
      return atLot(work, input, zone);
    case "serials":
      return atSerials(work, input);
    case "qty":
      return atQty(work, input);
    case "source":
      if (input.type === "skip") return fromBin(work, work.binId ?? "");
      return scannedBin(work, input, (binId) => fromBin(work, binId));
    case "target":
      return scannedBin(work, input, (binId) => intoBin(work, binId));
    default:
      return work.step satisfies never;
  }
}

function isCommand(input: PlateInput, command: "OK" | "UNDO"): boolean {
  return input.type === "scan" && input.meaning.kind === "command" && input.meaning.command === command;
}

function scannedBin(work: PlateWork, input: PlateInput, next: (binId: string) => PlateResult): PlateResult {
  return input.type === "scan" && input.meaning.kind === "bin" ? next(input.meaning.binId) : wrong(work, "needsBin");
}

/** Goods that are scanned here are put on; a bin is where it is moved, once it was scanned twice. */
function inMenu(work: PlateWork, input: PlateInput, zone: KnownZone): PlateResult {
  if (input.type === "choose") {
    return ok(
      input.doing === "move" ? { ...work, step: "to", offered: null } : { ...work, step: "item", doing: input.doing, offered: null },
    );
  }
  if (input.type !== "scan") return wrong(work, "needsAnswer");
  if (input.meaning.kind === "item") return atItem({ ...work, doing: "put-on" }, input, zone);
  if (input.meaning.kind !== "bin") return wrong(work, "needsAnswer");
  const { binId } = input.meaning;
  if (binId !== work.offered) return wrong({ ...work, offered: binId }, "moveOffered");
  return done(work, { type: "move-plate", plate: work.plate, toBin: binId });
}

function atPlace(work: PlateWork, input: PlateInput): PlateResult {
  const meaning = input.type === "scan" ? input.meaning : undefined;
  const { plate } = work;
  if (meaning?.kind === "bin") return done(work, { type: "move-plate", plate, toBin: meaning.binId });
  if (meaning?.kind !== "plate") return wrong(work, "needsPlace");
  return meaning.plate === plate ? wrong(work, "samePlate") : done(work, { type: "move-plate", plate, intoPlate: meaning.plate });
}

function atItem(work: PlateWork, input: PlateInput, zone: KnownZone): PlateResult {
  if (input.type !== "scan" || input.meaning.kind !== "item") return wrong(work, "needsItem");
  const { sku, lot, serial } = input.meaning;
  const item = zone.items.get(sku);
  const serials = item?.tracksSerials === true && serial !== null ? [serial] : [];
  const next: PlateWork = { ...work, sku, lot: lot ?? "", serials, offered: null };
  return ok({ ...next, step: item?.tracksLots === true && next.lot === "" ? "lot" : countStep(next, zone) });
}

function countStep({ sku }: PlateWork, zone: KnownZone): "serials" | "qty" {
  return zone.items.get(sku)?.tracksSerials === true ? "serials" : "qty";
}

function atLot(work: PlateWork, input: PlateInput, zone: KnownZone): PlateResult {
  const meaning = input.type === "scan" ? input.meaning : undefined;
  if (meaning?.kind === "item" && meaning.sku !== work.sku) return wrong(work, "wrongItem");
  const label = meaning?.kind === "details" ? meaning.details.lot : meaning?.kind === "item" ? meaning.lot : null;
  const lot = input.type === "lot" ? input.lot.trim() : (label ?? "");
  return lot === "" ? wrong(work, "needsAnswer") : ok({ ...work, lot, step: countStep(work, zone) });
}

function atSerials(work: PlateWork, input: PlateInput): PlateResult {
  const { serials } = work;
  if (input.type === "skip") return serials.length === 0 ? wrong(work, "serialNeeded") : afterQty({ ...work, qty: serials.length });
  if (input.type !== "scan" || input.meaning.kind !== "item") return wrong(work, "needsItem");
  const { sku, serial } = input.meaning;
  if (sku !== work.sku) return wrong(work, "wrongItem");
  if (serial === null) return wrong(work, "serialNeeded");
  return serials.includes(serial) ? wrong(work, "serialTwice") : ok({ ...work, serials: [...serials, serial] });
}

function atQty(work: PlateWork, input: PlateInput): PlateResult {
  if (input.type !== "qty") return wrong(work, "needsAnswer");
  if (!Number.isSafeInteger(input.qty) || input.qty > 10_000_000) return wrong(work, "tooLarge");
  return input.qty < 1 ? wrong(work, "needsAnswer") : afterQty({ ...work, qty: input.qty });
}

function afterQty(work: PlateWork): PlateResult {
  return ok({ ...work, step: work.doing === "put-on" ? "source" : "target" });
}

function fromBin(work: PlateWork, binId: string): PlateResult {
  const { plate, sku, lot, serials, qty } = work;
  return done(work, { type: "move", sku, lot, fromBin: binId, toBin: work.binId ?? "", toPlate: plate, qty, serials });
}

function intoBin(work: PlateWork, binId: string): PlateResult {
  const { plate, sku, lot, serials, qty } = work;
  return done(work, { type: "move", sku, lot, plate, fromBin: work.binId ?? "", toBin: binId, qty, serials });
}

function undone(work: PlateWork): PlateWork {
  if (work.step === "serials" && work.serials.length > 0) return { ...work, serials: work.serials.slice(0, -1) };
  if (work.step === "source" || work.step === "target") return { ...work, step: work.serials.length > 0 ? "serials" : "qty", qty: 0 };
  if (work.step === "plate" || work.step === "begin" || work.step === "menu") return freshPlateWork;
  return atMenu(work);
}
