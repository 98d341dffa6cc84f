import type { ClaimInput, ClaimOutput, PromiseInput, PromiseOutput } from "#app/domain/warehouse/ledger/testing/floor-models.ts";
import type { Operation } from "#app/domain/warehouse/ledger/testing/linearizable.ts";
import type { EnvelopeInput } from "#app/domain/warehouse/ledger/commands.ts";
import type { FloorActor } from "#app/domain/warehouse/ledger/decide/deciding.ts";
import type { Reply } from "#app/domain/warehouse/ledger/reply.ts";

/** `about`: names by which what led to it is found in the journal. */
export type Problem = { property: string; what: string; about: string[] };

export type Heard = { zoneId: string; envelope: EnvelopeInput; actor: FloorActor; reply: Reply; askedMs: number; heardMs: number };

/** What tablets asked and heard, what was seen to be wrong, and a line for whatever happened. */
export type Journal = {
  heard: Map<string, Heard>;
  problems: Problem[];
  lines: string[];
  /** Units that came from suppliers, by zone and SKU. */
  received: Map<string, number>;
  promises: Map<string, Operation<PromiseInput, PromiseOutput>[]>;
  claims: Map<string, { units: number; operations: Operation<ClaimInput, ClaimOutput>[] }>;
};

export function createJournal(): Journal {
  return { heard: new Map(), problems: [], lines: [], received: new Map(), promises: new Map(), claims: new Map() };
}

/** Goods that are there for promises to race on, and those that are carried in tasks that people race for. */
export const promiseUnits = 12;
export const promisedSku = (index: number) => `hot${index}`;
export const carriedSku = "carried";

/** Keeps what is asked of the contended goods and tasks, each key by itself. `units`: what the task is about in all. */
export function noteRace(journal: Journal, heard: Heard, units: number | undefined): void {
  const { zoneId, envelope, actor, reply, askedMs: callMs, heardMs: returnMs } = heard;
  const { command } = envelope;
  const reason = reply.kind === "applied" ? "applied" : reply.reason;
  if (command.type === "reserve" || command.type === "release") {
    const [, sku = ""] = /^(hot\d+)-/.exec(command.demandLine) ?? [];
    if (sku === "" || !isPromiseOutput(reason)) return;
    const input: PromiseInput =
      command.type === "reserve"
        ? { kind: "reserve", demandLine: command.demandLine, qty: Number(command.qty) }
        : { kind: "release", demandLine: command.demandLine };
    const key = `${zoneId}/${sku}`;
    journal.promises.set(key, [...(journal.promises.get(key) ?? []), { input, output: reason, callMs, returnMs }]);
    return;
  }
  const input = claimInput(command, actor);
  if (input === undefined || units === undefined || !("taskId" in command)) return;
  const output = reply.kind !== "applied" && reason === "taken" ? { takenBy: String(reply.facts["by"]) } : reason;
  if (typeof output === "string" && !isClaimOutput(output)) return;
  const key = `${zoneId}/${command.taskId}`;
  const known = journal.claims.get(key) ?? { units, operations: [] };
  known.operations.push({ input, output, callMs, returnMs });
  journal.claims.set(key, known);
}

/** What is forbidden says nothing of the goods: other checks look at it. */
function isPromiseOutput(reason: string): reason is PromiseOutput {
  return reason === "applied" || reason === "notEnough" || reason === "notReserved";
}

function isClaimOutput(reason: string): reason is Extract<ClaimOutput, string> {
  return reason === "applied" || reason === "taskOver" || reason === "moreThanAsked";
}

/** People are told apart by name here, because a refusal names who has the task. */
function claimInput(command: EnvelopeInput["command"], { name, right }: FloorActor): ClaimInput | undefined {
  switch (command.type) {
    case "claim":
      return { kind: "claim", actor: name };
    case "unclaim":
      return { kind: "unclaim", actor: name, mayManage: right === "manage" };
    case "finish-move":
      return { kind: "work", actor: name, qty: Number(command.qty) };
    case "cancel-task":
      return { kind: "cancel" };
    default:
      return undefined;
  }
}
