import type { useFetcher } from "react-router";
import type { GapState } from "#app/domain/reviews/kinds.ts";

export type GapAnswer = { ok: true; intent: GapState | "note" | "settle" } | { ok: false; error: string };
/** Held by the page: what was decided about leaves its list. */
export type GapActing = ReturnType<typeof useFetcher<GapAnswer>>;
