import { applyChanges } from "./apply.ts";
import { mayCommand } from "./authority.ts";
import type { Command, Envelope } from "./commands.ts";
import { decide } from "./decide.ts";
import { type Decided, type Deciding, Refusal } from "./decide/deciding.ts";
import type { Reply } from "./reply.ts";
import type { Touched, ZoneStore } from "./store.ts";

/** `touched` is null where nothing was written anew. */
export type Executed = { reply: Reply; isDuplicate: boolean; touched: Touched | null };

export type CommandContext = Omit<Deciding, "zone"> & { device: string | null };

/**
 * The only way into a zone: a known id hears its old reply, a stale version is refused, and what is decided is written in
 * one piece with its event and its reply.
 */
export function execute(zone: ZoneStore, envelope: Envelope, context: CommandContext): Executed {
  const { id } = envelope;
  const hash = hashOf(context, envelope);
  const known = zone.reply(id);
  if (known !== undefined) {
    const isSame = known.hash === hash;
    const reused: Reply = { kind: "rejected", commandId: id, seq: zone.lastSeq(), reason: "commandIdReused", facts: {} };
    return { reply: isSame ? known.reply : reused, isDuplicate: isSame, touched: null };
  }
  return zone.together(() => {
    const outcome = attempt({ zone, ...context }, envelope);
    const { nowMs: atMs } = context;
    if (outcome instanceof Refusal) {
      const { kind, reason, facts } = outcome;
      const reply: Reply = { kind, commandId: id, seq: zone.lastSeq(), reason, facts };
      zone.keepReply(id, { hash, reply, atMs });
      return { reply, isDuplicate: false, touched: null };
    }
    const seq = zone.lastSeq() + 1;
    const who = { seq, commandId: id, actorId: context.actor.id, device: context.device, atMs };
    const touched = applyChanges(zone, outcome.changes, { ...who, clientTimeMs: envelope.clientTimeMs });
    const reply: Reply = { kind: "applied", commandId: id, seq, result: outcome.result ?? {} };
    zone.addEvent({ ...who, touched });
    zone.keepReply(id, { hash, reply, atMs });
    return { reply, isDuplicate: false, touched };
  });
}

function attempt(d: Deciding, { expected, command }: Envelope): Decided | Refusal {
  try {
    if (!mayCommand(d.actor.right, command.type)) throw new Refusal("rejected", "forbidden");
    ensureVersions(d, expected, command);
    return decide(d, command);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

function ensureVersions({ zone }: Deciding, expected: Envelope["expected"], command: Command): void {
  // A count that does not say which bin it saw would overwrite what happened since.
  if (command.type === "count" && expected[`bin:${command.binId}`] === undefined) {
    throw new Refusal("rejected", "versionNeeded", { binId: command.binId });
  }
  for (const [name, version] of Object.entries(expected)) {
    const id = name.slice(name.indexOf(":") + 1);
    const now = name.startsWith("bin:") ? zone.bin(id)?.version : name.startsWith("task:") ? zone.task(id)?.version : undefined;
    if (now === undefined) throw new Refusal("rejected", "versionUnknown", { name });
    if (now !== version) throw new Refusal("conflict", "stale", { name, expected: version, now });
  }
}

/** What makes two sendings the same: who, and all that was asked. */
function hashOf({ actor }: CommandContext, { command, expected }: Envelope): string {
  return JSON.stringify([actor.id, expected, command]);
}
