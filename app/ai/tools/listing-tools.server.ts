import { toolInputs } from "#app/domain/agents/tool-inputs.ts";
import { AppError } from "#app/domain/errors.ts";
import { changeListingText } from "#app/domain/listing-analysis/change-listing-text.server.ts";
import { textChangeIdOf } from "#app/domain/listing-analysis/text-change-row.ts";
import { undoListingText } from "#app/domain/listing-analysis/undo-listing-text.server.ts";
import { defineAct } from "./act.ts";

/** The change is named after the act: a repetition finds it, and the marketplace is told once. */
export const rewritesListing = defineAct({
  name: "rewrite-listing",
  scope: "catalog:write",
  input: toolInputs["rewrite-listing"],
  async run(ctx, { listingId, field, before, after }, key) {
    const change = await changeListingText(ctx, { listingId, field, text: after, before }, { id: textChangeIdOf(key) });
    if (change.state === "refused") throw new AppError("conflict", "listingTextRefused");
    return { textChangeId: change.id };
  },
  async undo(ctx, _input, result, key) {
    const change = await undoListingText(ctx, { id: String(result["textChangeId"]) }, { id: textChangeIdOf(key) });
    if (change.state === "refused") throw new AppError("conflict", "listingTextRefused");
  },
});
