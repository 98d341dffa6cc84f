import type { Action } from "./permissions.ts";

export const assistantRights = ["look", "ask"] as const;
export type AssistantRight = (typeof assistantRights)[number];

const looking: readonly Action[] = [
  ...(["channels:read", "catalog:read", "orders:read", "service:read", "selling:read"] as const),
  ...(["warehouse:read", "agents:read", "shoppers:read", "ai:read", "chat:read"] as const),
];

/** What a key for an assistant holds. Neither changes anything by itself: whoever may ask gets a person's yes for each change. */
export const assistantScopes: Record<AssistantRight, readonly Action[]> = { look: looking, ask: [...looking, "chat:write"] };
