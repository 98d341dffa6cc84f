import type { CountLine, Flow } from "./flow-state.ts";
import { done, type FlowInput, type FlowStep, ok, wrong } from "./flow-step.ts";
import type { KnownZone } from "./scan-meaning.ts";

/**
 * A blind count: the bin, then each goods found in it and how many, until the person says that this is all. What is not
 * said lies not there. It rests on the bin as it was when its code was scanned.
 */
export function stepCount(flow: Flow, input: FlowInput, zone: KnownZone): FlowStep {
  if (flow.step === "from") return atBin(flow, input, zone);
  if (flow.step === "lot") return atLot(flow, input);
  if (flow.step === "count-qty") return atCount(flow, input);
  if (input.type === "finish") return atEnd(flow);
  if (input.type !== "scan" || input.meaning.kind !== "item") return wrong(flow, "needsItem");
  const { sku, lot } = input.meaning;
  if (lot === null && zone.items.get(sku)?.tracksLots === true) return ok({ ...flow, step: "lot", counting: { sku, lot: "" } });
  return ok({ ...flow, step: "count-qty", counting: { sku, lot: lot ?? "" } });
}

function atBin(flow: Flow, input: FlowInput, zone: KnownZone): FlowStep {
  if (input.type !== "scan" || input.meaning.kind !== "bin") return wrong(flow, "needsBin");
  const { binId } = input.meaning;
  if (binId !== flow.task.fromBin) return wrong(flow, "wrongBin");
  return ok({ ...flow, step: "goods", binVersion: zone.bins.get(binId)?.version ?? null });
}

function atLot(flow: Flow, input: FlowInput): FlowStep {
  const { counting } = flow;
  if (counting === null) return wrong({ ...flow, step: "goods" }, "needsItem");
  const scanned = input.type === "scan" && input.meaning.kind === "item" && input.meaning.sku === counting.sku ? input.meaning.lot : null;
  const lot = input.type === "lot" ? input.lot.trim() : (scanned ?? "");
  return lot === "" ? wrong(flow, "needsAnswer") : ok({ ...flow, step: "count-qty", counting: { ...counting, lot } });
}

function atCount(flow: Flow, input: FlowInput): FlowStep {
  const { counting, lines } = flow;
  if (counting === null) return wrong({ ...flow, step: "goods" }, "needsItem");
  if (input.type !== "qty") return wrong(flow, "needsAnswer");
  if (!Number.isSafeInteger(input.qty) || input.qty < 0 || input.qty > 10_000_000) return wrong(flow, "tooMany");
  return ok({ ...flow, step: "goods", counting: null, lines: withLine(lines, { ...counting, qty: input.qty }) });
}

/** The same goods found at another place of the bin are more of them. */
function withLine(lines: readonly CountLine[], line: CountLine): CountLine[] {
  const isSame = (one: CountLine) => one.sku === line.sku && one.lot === line.lot;
  const known = lines.find(isSame);
  return [...lines.filter((one) => !isSame(one)), { ...line, qty: line.qty + (known?.qty ?? 0) }];
}

function atEnd(flow: Flow): FlowStep {
  const { task, lines } = flow;
  const command = { type: "count" as const, binId: task.fromBin ?? "", taskId: task.id, lines: lines.map((line) => ({ ...line })) };
  return done(flow, command);
}
