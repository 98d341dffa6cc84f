import type { MadeProducts } from "#app/domain/catalog/make-products.server.ts";
import type { ChangePreview } from "#app/domain/catalog/preview-listing-change.server.ts";
import type { LinkDecision } from "#app/domain/catalog/schemas.ts";
import type { FormProblem } from "#app/domain/errors.ts";

/** What the listings' action answers. */
export type ListingAnswer =
  | { ok: true; intent: "decide"; decision: LinkDecision; ids: string[] }
  | { ok: true; intent: "link"; id: string }
  | { ok: true; intent: "make"; made: MadeProducts }
  | { ok: true; intent: "preview"; preview: ChangePreview }
  | { ok: true; intent: "change"; id: string; total: number };

export type ListingOutcome = ListingAnswer | FormProblem;
