import { stepCount } from "./count-flow.ts";
import type { Flow, ShortReason, Step } from "./flow-state.ts";
import { done, type FlowInput, type FlowStep, ok, wrong } from "./flow-step.ts";
import type { KnownZone } from "./scan-meaning.ts";

/** The task's next state. Nothing is skipped: what does not fit leaves the flow where it was, with the reason. */
export function stepFlow(flow: Flow, input: FlowInput, zone: KnownZone): FlowStep {
  if (input.type === "undo") return ok(undone(flow));
  if (input.type === "scan" && input.meaning.kind === "command") return byCommand(flow, input.meaning.command, zone);
  if (flow.task.kind === "count") return stepCount(flow, input, zone);
  switch (flow.step) {
    case "from":
      return input.type === "short" ? goShort(flow, input.reason) : atBin(flow, input);
    case "item":
      return input.type === "short" ? goShort(flow, input.reason) : atItem(flow, input, zone);
    case "serials":
      return atSerials(flow, input);
    case "qty":
      return atQty(flow, input);
    case "short":
      return input.type === "short" ? goShort(flow, input.reason) : wrong(flow, "needsAnswer");
    case "to":
      return atTarget(flow, input, zone);
    case "goods":
    case "lot":
    case "count-qty":
      return wrong(flow, "notHere");
    default:
      return flow.step satisfies never;
  }
}

function byCommand(flow: Flow, command: string, zone: KnownZone): FlowStep {
  switch (command) {
    case "UNDO":
      return ok(undone(flow));
    case "OK":
      return flow.step === "qty" ? stepFlow(flow, { type: "qty", qty: flow.task.qty }, zone) : stepFlow(flow, { type: "finish" }, zone);
    case "SHORT":
      return flow.task.kind === "pick" && flow.step !== "to" ? ok({ ...flow, step: "short" }) : wrong(flow, "notHere");
    case "DAMAGED":
      return flow.task.kind === "pick" && flow.step !== "to" ? goShort(flow, "damaged") : wrong(flow, "notHere");
    default:
      return wrong(flow, "notHere");
  }
}

const before: Record<Step, Step> = {
  from: "from",
  item: "from",
  serials: "item",
  qty: "item",
  short: "item",
  to: "item",
  goods: "from",
  lot: "goods",
  "count-qty": "goods",
};

function undone(flow: Flow): Flow {
  if (flow.step === "goods" && flow.lines.length > 0) return { ...flow, lines: flow.lines.slice(0, -1) };
  return { ...flow, step: before[flow.step], qty: 0, short: null, serials: [], offered: null, counting: null };
}

function atBin(flow: Flow, input: FlowInput): FlowStep {
  const isItsPlate = input.type === "scan" && input.meaning.kind === "plate" && input.meaning.plate === flow.task.plate;
  if (isItsPlate) return ok({ ...flow, step: "item" });
  if (input.type !== "scan" || input.meaning.kind !== "bin") return wrong(flow, "needsBin");
  return input.meaning.binId === flow.task.fromBin ? ok({ ...flow, step: "item" }) : wrong(flow, "wrongBin");
}

function atItem(flow: Flow, input: FlowInput, zone: KnownZone): FlowStep {
  if (input.type !== "scan" || input.meaning.kind !== "item") return wrong(flow, "needsItem");
  const { sku, lot, serial } = input.meaning;
  if (sku !== flow.task.sku) return wrong(flow, "wrongItem");
  // A code without a lot tells nothing against the right one.
  if (lot !== null && lot !== flow.task.lot) return wrong(flow, "wrongLot");
  if (zone.items.get(sku)?.tracksSerials !== true) return ok({ ...flow, step: "qty" });
  const next: Flow = { ...flow, step: "serials" };
  return serial === null ? ok(next) : atSerials(next, input);
}

/** Goods with numbers are not counted: each one is scanned. */
function atSerials(flow: Flow, input: FlowInput): FlowStep {
  const { serials, task } = flow;
  if (input.type === "finish") return serials.length === 0 ? wrong(flow, "serialNeeded") : afterQty({ ...flow, qty: serials.length });
  if (input.type === "short") return goShort({ ...flow, qty: serials.length }, input.reason);
  if (input.type !== "scan" || input.meaning.kind !== "item") return wrong(flow, "needsItem");
  const { sku, serial } = input.meaning;
  if (sku !== task.sku) return wrong(flow, "wrongItem");
  if (serial === null) return wrong(flow, "serialNeeded");
  if (serials.includes(serial)) return wrong(flow, "serialTwice");
  const next: Flow = { ...flow, serials: [...serials, serial], qty: serials.length + 1 };
  return next.qty === task.qty ? afterQty(next) : ok(next);
}

function atQty(flow: Flow, input: FlowInput): FlowStep {
  if (input.type === "short") return goShort(flow, input.reason);
  if (input.type !== "qty") return wrong(flow, "needsAnswer");
  const { qty } = input;
  if (!Number.isSafeInteger(qty) || qty < 0 || qty > flow.task.qty) return wrong(flow, "tooMany");
  if (qty === 0) return flow.task.kind === "pick" ? ok({ ...flow, qty, step: "short" }) : wrong(flow, "nothingThere");
  return afterQty({ ...flow, qty });
}

/** Fewer than asked for is a question of its own in a pick: somebody waits for the rest. */
function afterQty(flow: Flow): FlowStep {
  const isShort = flow.task.kind === "pick" && flow.qty < flow.task.qty && flow.short === null;
  return ok({ ...flow, step: isShort ? "short" : "to" });
}

function goShort(flow: Flow, short: ShortReason): FlowStep {
  const { kind, id } = flow.task;
  if (kind !== "pick") return wrong(flow, "notHere");
  if (flow.qty === 0) return done(flow, { type: "pick", taskId: id, qty: 0, short });
  return ok({ ...flow, short, step: "to" });
}

function atTarget(flow: Flow, input: FlowInput, zone: KnownZone): FlowStep {
  if (input.type !== "scan" || input.meaning.kind !== "bin") return wrong(flow, "needsBin");
  const { task, qty, serials, short, offered } = flow;
  const { binId } = input.meaning;
  if (task.kind === "pick") {
    if (binId !== task.toBin) return wrong(flow, "wrongBin");
    return done(flow, { type: "pick", taskId: task.id, qty, serials, short });
  }
  if (binId === task.fromBin) return wrong(flow, "wrongBin");
  if (binId !== task.toBin && binId !== offered) return wrong({ ...flow, offered: binId }, "otherBin");
  return done(flow, { type: "finish-move", taskId: task.id, qty, serials, toBin: zone.bins.has(binId) ? binId : null });
}
