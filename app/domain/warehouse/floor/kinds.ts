import type { Command } from "../ledger/commands.ts";

/** What a tablet may do on its own: confirm a task it holds, and count. Claims and plans are decided where all of them meet. */
export const commandTypesOffline = ["pick", "finish-move", "count"] as const satisfies readonly Command["type"][];
