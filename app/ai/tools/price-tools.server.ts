import { toolInputs } from "#app/domain/agents/tool-inputs.ts";
import { cancelListingChange } from "#app/domain/catalog/cancel-listing-change.server.ts";
import { movePrice } from "#app/domain/catalog/move-price.server.ts";
import { AppError } from "#app/domain/errors.ts";
import { defineAct } from "./act.ts";

/** The marketplace has confirmed the price once this returns. */
export const changesPrice = defineAct({
  name: "change-price",
  scope: "catalog:write",
  input: toolInputs["change-price"],
  run: (ctx, input, key) => movePrice(ctx, { ...input, key }),
  /** Back to the price before, unless somebody has changed it since. */
  async undo(ctx, { listingId, fromCents, toCents, currency }, result, key) {
    const undoOfId = String(result["changeId"]);
    await movePrice(ctx, { listingId, fromCents: toCents, toCents: fromCents, currency, key, undoOfId });
  },
  async letGo(ctx, _input, key) {
    try {
      await cancelListingChange(ctx, { id: `chg_${key}`, state: "cancelled" });
    } catch (error) {
      // It never began, or it has ended.
      if (!(error instanceof AppError) || (error.code !== "not_found" && error.code !== "conflict")) throw error;
    }
  },
});
