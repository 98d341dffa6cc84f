import { toolInputs } from "#app/domain/agents/tool-inputs.ts";
import { decideTrend } from "#app/domain/trends/decide-trend.server.ts";
import { defineAct } from "./act.ts";

/** Puts a trend among those that people keep an eye on. */
export const notesOpportunity = defineAct({
  name: "note-opportunity",
  scope: "selling:write",
  input: toolInputs["note-opportunity"],
  async run(ctx, { trendId }) {
    const { id } = await decideTrend(ctx, { id: trendId, state: "watched" });
    return { trendId: id };
  },
  async undo(ctx, { trendId }) {
    await decideTrend(ctx, { id: trendId, state: "open" });
  },
});
