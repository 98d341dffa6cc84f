import type { CommandOf } from "../commands.ts";
import type { Change, Correction, Line } from "../facts.ts";
import { conflict, type Decided, type Deciding, mayManage, rejected, taskChange, theBin, theTask } from "./deciding.ts";
import { corrected, waitForApproval } from "./corrections.ts";

/**
 * A blind count: what was found against what the books say. The bin must be as it was when the count began, which the
 * version that comes along tells; a difference within the limit is corrected at once.
 */
export function count(d: Deciding, { binId, taskId, lines }: CommandOf<"count">): Decided {
  theBin(d, binId);
  const task = taskId === null ? undefined : theTask(d, taskId);
  if (task !== undefined && (task.kind !== "count" || task.fromBin !== binId)) throw rejected("taskOther", { taskId });
  if (task?.state === "done" || task?.state === "cancelled") throw conflict("taskOver", { state: task.state });
  const seen = new Set(lines.map(goodsKey));
  if (seen.size !== lines.length) throw rejected("lineTwice");
  const unknown = lines.find(({ sku }) => d.zone.item(sku) === undefined);
  if (unknown !== undefined) throw rejected("skuUnknown", { sku: unknown.sku });
  const known = d.zone.linesInBin(binId);
  const corrections = [
    ...lines.map(({ qty, ...goods }) => ({ ...goods, delta: qty - (known.find((one) => goodsKey(one) === goodsKey(goods))?.qty ?? 0) })),
    ...known
      .filter((line) => !seen.has(goodsKey(line)))
      .map(({ sku, lot, plate, status, qty }) => ({ sku, lot, plate, status, delta: -qty })),
  ].flatMap((one): Correction[] => (one.delta === 0 ? [] : [{ ...one, reason: "counted" }]));
  const done = task === undefined ? [] : [taskChange(task, { state: "done", doneQty: task.qty, claimedBy: null, leaseUntil: null })];
  // How right the books were is told from these, whatever is decided about the difference.
  const looked = { countedLines: new Set([...seen, ...known.map(goodsKey)]).size, wrongLines: corrections.length };
  if (corrections.length === 0) return { changes: done, result: { difference: 0, ...looked } };
  const difference = netDifference(corrections);
  const tracked = corrections.find(({ sku }) => d.zone.item(sku)?.tracksSerials === true);
  if (tracked !== undefined) throw rejected("serialsNeeded", { sku: tracked.sku });
  if (difference > d.settings.correctionLimit && !mayManage(d)) {
    const waiting = waitForApproval(d, binId, corrections);
    return { changes: [...done, ...waiting.changes], result: { difference, waits: true, ...looked } };
  }
  return { changes: [...done, ...correctAll(d, binId, corrections)], result: { difference, ...looked } };
}

/** What was put on hold and is found again is no difference: only what the house has more or less of is. */
function netDifference(corrections: readonly Correction[]): number {
  const net = new Map<string, number>();
  for (const { sku, lot, delta } of corrections) net.set(`${sku} ${lot}`, (net.get(`${sku} ${lot}`) ?? 0) + delta);
  return [...net.values()].reduce((sum, delta) => sum + Math.abs(delta), 0);
}

function goodsKey({ sku, lot, plate, status }: Pick<Line, "sku" | "lot" | "plate" | "status">): string {
  return `${sku} ${lot} ${plate} ${status}`;
}

function correctAll(d: Deciding, binId: string, corrections: readonly Correction[], taskId?: string): Change[] {
  return corrections.flatMap((one) => corrected(d, binId, taskId === undefined ? one : { ...one, taskId }));
}

export function approve(d: Deciding, { taskId }: CommandOf<"approve">): Decided {
  const task = theTask(d, taskId);
  if (task.kind !== "approve" || task.fromBin === null) throw rejected("taskOther", { taskId });
  if (task.state !== "open") throw conflict("taskOver", { state: task.state });
  const changes = correctAll(d, task.fromBin, task.corrections, task.id);
  return { changes: [...changes, taskChange(task, { state: "done", claimedBy: null, leaseUntil: null })] };
}
