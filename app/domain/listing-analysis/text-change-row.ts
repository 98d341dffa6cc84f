import type { listingTextChanges } from "#db/schema/listing-texts.ts";
import { type RefusalReason, refusalReasons, type TextField, textFields } from "../channels/remote.ts";

export const textChangeStates = ["applied", "refused", "undone"] as const;
export type TextChangeRow = {
  id: string;
  listingId: string;
  field: TextField;
  before: string;
  after: string;
  state: (typeof textChangeStates)[number];
  /** Why the marketplace refused it, and what it said. */
  reason: RefusalReason | null;
  vendorText: string | null;
  undoOfId: string | null;
  analysisId: string | null;
  requestedBy: string;
  createdAt: number;
};

export function toTextChange(row: typeof listingTextChanges.$inferSelect): TextChangeRow {
  const { id, listingId, before, after, vendorText, undoOfId, analysisId, requestedBy, createdAt } = row;
  return {
    id,
    listingId,
    before,
    after,
    vendorText,
    undoOfId,
    analysisId,
    requestedBy,
    createdAt,
    field: textFields.find((one) => one === row.field) ?? "title",
    state: textChangeStates.find((one) => one === row.state) ?? "applied",
    reason: row.reason === null ? null : (refusalReasons.find((one) => one === row.reason) ?? "other"),
  };
}

/** The change that an act of this name made. */
export function textChangeIdOf(act: string): string {
  return `txt_${act}`;
}
