import * as z from "zod/mini";
import type { ItemDetails, Meaning } from "./scan-meaning.ts";

/** One question a screen: what, which lot, good until when, how many (or which numbers), on which plate, and where it stands. */
export const receiveSteps = ["item", "lot", "expiry", "serials", "qty", "plate", "bin"] as const;
export type ReceiveStep = (typeof receiveSteps)[number];

const itemSchema = z.object({
  sku: z.string(),
  code: z.string(),
  title: z.string(),
  gtin: z.nullable(z.string()),
  tracksLots: z.boolean(),
  tracksSerials: z.boolean(),
});
export type ReceivedItem = z.infer<typeof itemSchema>;

/** How far a delivery is. Kept as it is on the tablet; `id` is its command's, so that it is booked once however often it is sent. */
export const receivingSchema = z.object({
  id: z.string(),
  step: z.enum(receiveSteps),
  item: z.nullable(itemSchema),
  lot: z.string(),
  expiresOn: z.nullable(z.string()),
  serials: z.array(z.string()),
  qty: z.int(),
  /** What the label says one package holds. */
  labelQty: z.nullable(z.int()),
  plate: z.string(),
});
export type Receiving = z.infer<typeof receivingSchema>;

export type ReceiveInput =
  | { type: "scan"; meaning: Meaning }
  /** Goods that were looked up, with what their label said. */
  | { type: "item"; item: ReceivedItem; details: ItemDetails }
  | { type: "qty"; qty: number }
  | { type: "lot"; lot: string }
  | { type: "expiry"; day: string }
  /** "There is none": no date, no plate. Of numbers: these are all. */
  | { type: "skip" }
  | { type: "undo" };

export type ReceiveRefusal =
  | "needsItem"
  | "needsBin"
  | "needsAnswer"
  | "serialNeeded"
  | "serialTwice"
  | "wrongItem"
  | "tooLarge"
  | "dayWrong"
  | "lotWrong";
export type ReceiveVerdict = { kind: "ok" } | { kind: "wrong"; reason: ReceiveRefusal } | { kind: "done"; binId: string };
export type ReceiveResult = { receiving: Receiving; verdict: ReceiveVerdict };

const most = 10_000_000;
/** A lot as the books take it: what scanners and people can both say. */
const lotPattern = /^[\x20-\x7e]{1,40}$/;

export function startReceiving(id: string): Receiving {
  return { id, step: "item", item: null, lot: "", expiresOn: null, serials: [], qty: 0, labelQty: null, plate: "" };
}

const ok = (receiving: Receiving): ReceiveResult => ({ receiving, verdict: { kind: "ok" } });
const wrong = (receiving: Receiving, reason: ReceiveRefusal): ReceiveResult => ({ receiving, verdict: { kind: "wrong", reason } });

/** What does not fit leaves the delivery where it was, with the reason. What a label told already is not asked again. */
export function stepReceiving(receiving: Receiving, input: ReceiveInput): ReceiveResult {
  if (input.type === "undo" || isCommand(input, "UNDO")) return ok(undone(receiving));
  if (isCommand(input, "OK")) return stepReceiving(receiving, okOf(receiving));
  switch (receiving.step) {
    case "item":
      return input.type === "item" ? atItem(receiving, input.item, input.details) : wrong(receiving, "needsItem");
    case "lot":
      return atLot(receiving, input);
    case "expiry":
      return atExpiry(receiving, input);
    case "serials":
      return atSerials(receiving, input);
    case "qty":
      return atQty(receiving, input);
    case "plate":
      return atPlate(receiving, input);
    case "bin":
      if (input.type !== "scan" || input.meaning.kind !== "bin") return wrong(receiving, "needsBin");
      return { receiving, verdict: { kind: "done", binId: input.meaning.binId } };
    default:
      return receiving.step satisfies never;
  }
}

function isCommand(input: ReceiveInput, command: "OK" | "UNDO"): boolean {
  return input.type === "scan" && input.meaning.kind === "command" && input.meaning.command === command;
}

function okOf({ step, labelQty }: Receiving): ReceiveInput {
  return step === "qty" && labelQty !== null ? { type: "qty", qty: labelQty } : { type: "skip" };
}

/** The label of the goods in hand, or the second one beside it. */
function labelOf({ item }: Receiving, input: ReceiveInput): ItemDetails | "other" | undefined {
  if (input.type !== "scan") return undefined;
  const { meaning } = input;
  if (meaning.kind === "details") return meaning.details;
  if (meaning.kind === "item") return meaning.sku === item?.sku ? meaning : "other";
  return meaning.kind === "foreign" && meaning.what === "item" ? "other" : undefined;
}

function withLabel(receiving: Receiving, { lot, expiresOn, qty, serial }: ItemDetails): Receiving {
  const serials = serial !== null && receiving.item?.tracksSerials === true ? [serial] : [];
  return {
    ...receiving,
    lot: lot ?? receiving.lot,
    expiresOn: expiresOn ?? receiving.expiresOn,
    labelQty: qty !== null && qty > 0 ? qty : receiving.labelQty,
    serials: receiving.serials.length === 0 ? serials : receiving.serials,
  };
}

function atItem(receiving: Receiving, item: ReceivedItem, details: ItemDetails): ReceiveResult {
  return ok(next(withLabel({ ...receiving, item }, details), "item"));
}

/** The next question that nobody has answered yet. A day without a lot would be that of all lots, so both are asked for. */
function next(receiving: Receiving, after: ReceiveStep): Receiving {
  const { item, lot, expiresOn } = receiving;
  const isOpen: Record<ReceiveStep, boolean> = {
    item: false,
    lot: lot === "" && (item?.tracksLots === true || expiresOn !== null),
    expiry: lot !== "" && expiresOn === null,
    serials: item?.tracksSerials === true,
    qty: item?.tracksSerials !== true,
    plate: true,
    bin: true,
  };
  const step = receiveSteps.slice(receiveSteps.indexOf(after) + 1).find((one) => isOpen[one]) ?? "bin";
  return { ...receiving, step };
}

function atLot(receiving: Receiving, input: ReceiveInput): ReceiveResult {
  const label = labelOf(receiving, input);
  if (label === "other") return wrong(receiving, "wrongItem");
  if (label?.lot != null) return ok(next(withLabel(receiving, label), "lot"));
  if (input.type !== "lot") return wrong(receiving, "needsAnswer");
  const lot = input.lot.trim();
  return lotPattern.test(lot) ? ok(next({ ...receiving, lot }, "lot")) : wrong(receiving, "lotWrong");
}

function atExpiry(receiving: Receiving, input: ReceiveInput): ReceiveResult {
  const label = labelOf(receiving, input);
  if (label === "other") return wrong(receiving, "wrongItem");
  if (label?.expiresOn != null) return ok(next(withLabel(receiving, label), "expiry"));
  if (input.type === "skip") return ok(next(receiving, "expiry"));
  if (input.type !== "expiry") return wrong(receiving, "needsAnswer");
  return isDay(input.day) ? ok(next({ ...receiving, expiresOn: input.day }, "expiry")) : wrong(receiving, "dayWrong");
}

function isDay(text: string): boolean {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined;
  return day !== undefined && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

/** Goods with numbers are not counted: each one is scanned. */
function atSerials(receiving: Receiving, input: ReceiveInput): ReceiveResult {
  const { serials } = receiving;
  if (input.type === "skip") {
    if (serials.length === 0) return wrong(receiving, "serialNeeded");
    return ok(next({ ...receiving, qty: serials.length }, "serials"));
  }
  const label = labelOf(receiving, input);
  if (label === "other") return wrong(receiving, "wrongItem");
  if (label === undefined) return wrong(receiving, "needsItem");
  if (label.serial === null) return wrong(receiving, "serialNeeded");
  if (serials.includes(label.serial)) return wrong(receiving, "serialTwice");
  return ok({ ...receiving, serials: [...serials, label.serial] });
}

function atQty(receiving: Receiving, input: ReceiveInput): ReceiveResult {
  if (input.type !== "qty") return wrong(receiving, "needsAnswer");
  if (!Number.isSafeInteger(input.qty) || input.qty > most) return wrong(receiving, "tooLarge");
  return input.qty < 1 ? wrong(receiving, "needsAnswer") : ok(next({ ...receiving, qty: input.qty }, "qty"));
}

/** Who scans the bin at once has said that there is no plate. */
function atPlate(receiving: Receiving, input: ReceiveInput): ReceiveResult {
  if (input.type === "skip") return ok({ ...receiving, plate: "", step: "bin" });
  if (input.type !== "scan") return wrong(receiving, "needsAnswer");
  if (input.meaning.kind === "bin")
    return { receiving: { ...receiving, plate: "", step: "bin" }, verdict: { kind: "done", binId: input.meaning.binId } };
  return input.meaning.kind === "plate" ? ok({ ...receiving, plate: input.meaning.plate, step: "bin" }) : wrong(receiving, "needsAnswer");
}

/** One number back, or back to the question before; what the label told is asked anew with the goods. */
function undone(receiving: Receiving): Receiving {
  const { step, item, serials } = receiving;
  if (step === "serials" && serials.length > 0) return { ...receiving, serials: serials.slice(0, -1) };
  if (step === "bin") return { ...receiving, step: "plate", plate: "" };
  if (step === "plate" && item !== null) return { ...receiving, step: item.tracksSerials ? "serials" : "qty", qty: 0 };
  return startReceiving(receiving.id);
}
