import type { Models } from "#app/domain/ai/ports.ts";

/** A door with no model behind it: rules answer everything. */
export const rulesOnly: Models = { ask: () => Promise.resolve({ source: "rules", reason: "no-models" }) };
