import { eq } from "drizzle-orm";
import { listingTextChanges } from "#db/schema/listing-texts.ts";
import { update } from "#db/writes.ts";
import { byIdSchema } from "../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import { changeListingText } from "./change-listing-text.server.ts";
import { findTextChange } from "./find-text-change.server.ts";
import { type TextChangeRow, toTextChange } from "./text-change-row.ts";

/** Gives a listing its old words back, where the new ones still stand. A marketplace takes no empty text: then they stay. */
export async function undoListingText(ctx: ServiceContext, input: { id: string }, naming: { id?: string } = {}): Promise<TextChangeRow> {
  requirePermission(ctx, "catalog:write");
  const { id } = parseInput(byIdSchema, input);
  const known = naming.id === undefined ? undefined : await ctx.db.first(listingTextChanges, eq(listingTextChanges.id, naming.id));
  if (known !== undefined) return toTextChange(known);
  const row = await findTextChange(ctx, id);
  const { listingId, field, before, after } = toTextChange(row);
  if (row.state !== "applied" || before.trim() === "") throw new AppError("conflict", "listingTextNotUndoable");
  const undone = await changeListingText(
    ctx,
    { listingId, field, text: before, before: after },
    { ...naming, undoOf: id, writes: [update(listingTextChanges, row, { state: "undone" })] },
  );
  return undone;
}
