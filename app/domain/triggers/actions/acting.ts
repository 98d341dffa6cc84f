import type { triggerFirings } from "#db/schema/triggers.ts";
import type { Trigger, TriggerRow } from "../trigger-row.ts";

/** A trigger that acts, and what it acts for. */
export type Acting = { trigger: Trigger; row: TriggerRow; firing: typeof triggerFirings.$inferSelect };
