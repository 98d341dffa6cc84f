import { z } from "zod";
import type { triggerFirings } from "#db/schema/triggers.ts";
import { type Check, comparators } from "../conditions.ts";
import { type EventKind, isEventKind } from "./events.ts";
import { type StopReason, stopReasons } from "./guard.ts";

/** waiting: it is about to be done. stopped: it was not done, on purpose. */
export const firingStates = ["waiting", "done", "failed", "stopped"] as const;
const actionKinds = ["notify", "run-agent", "propose", "webhook"] as const;

/** What came of one action: `detail` says how many or why not, `id` what it left behind. */
export const actionResultSchema = z.object({
  action: z.enum(actionKinds),
  outcome: z.enum(["done", "failed"]),
  detail: z.string(),
  id: z.string().nullable(),
  at: z.number(),
});
export type ActionResult = z.infer<typeof actionResultSchema>;

const scalar = z.union([z.number(), z.string()]);
const checkSchema = z.object({ field: z.string(), is: z.enum(comparators), value: scalar, found: scalar.nullable(), passes: z.boolean() });

export type Firing = {
  id: string;
  triggerId: string;
  event: EventKind;
  happenedAt: number;
  createdAt: number;
  endedAt: number | null;
  subject: { type: string; id: string; label: string };
  facts: Record<string, number | string>;
  evidence: Check[];
  /** Triggers that led here, the first one first, this one last. */
  chain: string[];
  state: (typeof firingStates)[number];
  stopped: StopReason | null;
  results: ActionResult[];
};

/** `isOpen`: whoever asks may read the events it is about; others learn that it fired and what came of it. */
export function toFiring(row: typeof triggerFirings.$inferSelect, isOpen: boolean): Firing {
  const { id, triggerId, happenedAt, createdAt, endedAt, chain } = row;
  return {
    id,
    triggerId,
    event: isEventKind(row.event) ? row.event : "schedule",
    happenedAt,
    createdAt,
    endedAt,
    subject: isOpen ? { type: row.subjectType, id: row.subjectId, label: row.subjectLabel } : { type: "", id: "", label: "" },
    facts: isOpen ? row.facts : {},
    evidence: isOpen ? z.array(checkSchema).catch([]).parse(row.evidence) : [],
    chain,
    state: firingStates.find((one) => one === row.state) ?? "failed",
    stopped: stopReasons.find((one) => one === row.stopped) ?? null,
    results: z.array(actionResultSchema).catch([]).parse(row.results),
  };
}
