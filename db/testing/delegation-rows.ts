import { delegations } from "#db/schema/delegations.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";

/** What a program asked, which waits for it to say more. */
export function delegationWrite(id: string): Write {
  return insert(delegations, {
    id,
    ownerId: "key_other",
    ownerLabel: "Buyer's agent",
    contextId: "talk",
    state: "input-required",
    stateAt: stageStartMs,
    reason: "ambiguous",
    question: "GMV?",
    answer: "Of which period?",
    outputModes: [],
    statusMessage: null,
    history: [{ messageId: "m1", role: "ROLE_USER", parts: [{ text: "GMV?" }] }],
    artifacts: [],
    exchanges: [],
    runToken: null,
    leaseUntil: null,
    lastEvent: 1,
    isHooked: false,
    createdAt: stageStartMs,
  });
}
