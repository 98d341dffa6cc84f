import type { CommandInput } from "#app/domain/warehouse/ledger/commands.ts";
import type { Task } from "#app/domain/warehouse/ledger/facts.ts";
import type { ZoneStore } from "#app/domain/warehouse/ledger/store.ts";
import type { Journal } from "./journal.ts";
import type { Witness } from "./room.ts";
import type { World } from "./world.ts";

/** Said here once more, so that a mistake in the table of rights does not excuse itself. */
const managersOnly: ReadonlySet<CommandInput["type"]> = new Set([
  "put-bins",
  "remove-bin",
  "put-items",
  "reserve",
  "release",
  "plan-picks",
  "plan-move",
  "plan-count",
  "prioritise",
  "cancel-task",
  "approve",
  "send",
]);
const productOnly: ReadonlySet<CommandInput["type"]> = new Set(["take-in", "settle-transfer", "sweep"]);

/** Sees each command while it is done: who may, on which versions, and what becomes of the tasks it touches. */
export function createWitness(world: World, journal: Journal, zoneId: string): Witness {
  return (zone, { envelope, actor }, run) => {
    const { id, command, expected = {} } = envelope;
    const isKnown = zone.reply(id) !== undefined;
    const before = { seq: zone.lastSeq(), versions: versionsOf(zone, Object.keys(expected)), tasks: tasksOf(zone, command) };
    const executed = run();
    const { reply, isDuplicate, touched } = executed;
    const about = [
      id,
      ...("taskId" in command && command.taskId ? [command.taskId] : []),
      ...("demandLine" in command ? [command.demandLine] : []),
    ];
    const wrong = (property: string, what: string) =>
      journal.problems.push({
        property,
        what: `${what}: ${JSON.stringify(envelope)} by ${actor.name} (${actor.right}) heard ${JSON.stringify(reply)}`,
        about,
      });
    const time = String(world.nowMs()).slice(-9);
    journal.lines.push(
      `${time} ${zoneId} ${zone.lastSeq()} ${actor.name} ${JSON.stringify(envelope)} → ${isDuplicate ? "again " : ""}${JSON.stringify(reply)}`,
    );
    if (isKnown !== isDuplicate) wrong("P4 exactly once", "a known id was taken for a new one, or a new one for known");
    if (touched === null && zone.lastSeq() !== before.seq) wrong("P4 exactly once", "an event without an effect");
    if (touched === null) return executed;
    if (reply.kind !== "applied") return executed;
    if (command.type === "receive" && command.from !== "return") {
      const key = `${zoneId}/${command.sku}`;
      journal.received.set(key, (journal.received.get(key) ?? 0) + Number(command.qty));
    }
    if (zone.lastSeq() !== before.seq + 1 || reply.seq !== before.seq + 1) wrong("P7 order", "the events have a gap");
    const isStale = Object.entries(expected).some(([name, version]) => before.versions.get(name) !== version);
    if (isStale) wrong("P9 versions", "a stale version was applied");
    const isForbidden =
      actor.right === null ||
      (actor.right === "work" && managersOnly.has(command.type)) ||
      (actor.right !== "system" && productOnly.has(command.type));
    if (isForbidden) wrong("P14 authority", "done for somebody who may not");
    for (const task of before.tasks) {
      const fault = taskFault(task, zone.task(task.id), actor, world.nowMs());
      if (fault !== undefined) wrong("P13 tasks", fault);
    }
    return executed;
  };
}

function versionsOf(zone: ZoneStore, names: readonly string[]): Map<string, number | undefined> {
  return new Map(
    names.map((name) => {
      const id = name.slice(name.indexOf(":") + 1);
      return [name, name.startsWith("bin:") ? zone.bin(id)?.version : zone.task(id)?.version];
    }),
  );
}

function tasksOf(zone: ZoneStore, command: CommandInput): Task[] {
  const named = "taskId" in command && command.taskId ? zone.task(command.taskId) : undefined;
  const bins = "binId" in command && command.binId ? zone.tasksAt(command.binId) : [];
  return named === undefined ? bins : [named, ...bins];
}

function taskFault(before: Task, after: Task | undefined, actor: { id: string; right: string | null }, nowMs: number): string | undefined {
  if (after === undefined) return `${before.id} vanished`;
  const wasOver = before.state === "done" || before.state === "cancelled";
  if (wasOver && after.state !== before.state) return `${before.id} was ${before.state} and is ${after.state}`;
  if (after.doneQty < before.doneQty) return `${before.id} was further`;
  const passedOn = before.claimedBy !== null && after.claimedBy !== null && after.claimedBy.id !== before.claimedBy.id;
  if (passedOn && (before.leaseUntil ?? 0) > nowMs) return `${before.id} was taken from ${before.claimedBy?.name}`;
  const isBusy = before.claimedBy !== null && before.claimedBy.id !== actor.id && (before.leaseUntil ?? 0) > nowMs;
  const workedOn = after.doneQty > before.doneQty;
  return isBusy && workedOn ? `${before.id} of ${before.claimedBy?.name} was worked on by somebody else` : undefined;
}
