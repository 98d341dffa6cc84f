import type { z } from "zod";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { MemoryKey, Remembered } from "#app/domain/agents/memory-shapes.ts";
import type { AgentMessage, Speaker } from "#app/domain/agents/messages.ts";
import type { Outcome } from "#app/domain/agents/outcome.ts";
import type { AgentKind } from "#app/domain/agents/kinds.ts";
import type { ServiceContext } from "#app/domain/context.ts";

export type Messages = readonly (AgentMessage & { id: string; from: Speaker })[];

/** What an agent looks at the world with. Every look at something large takes a token from its bucket first. */
export type Eyes<Settings> = {
  ctx: ServiceContext;
  settings: Settings;
  messages: Messages;
  recall<Key extends MemoryKey>(key: Key): Promise<Remembered<Key>>;
  /** Nothing is kept of this look but its log: whoever keeps what it hears decides on what it kept before. */
  isDry: boolean;
  /** False when nothing more may be looked at now: what was seen so far has to do. */
  mayLook(): boolean;
  /** Says how many more looks there will be, as soon as that is known: people see how far it is. */
  looksAhead(count: number): void;
};

/**
 * How one agent thinks: it looks, and then decides without touching anything. Whatever is to happen is proposed, so that the
 * same look can be tried dry, read afterwards, and undone.
 */
export type Brain<Settings, Seen> = {
  kind: AgentKind;
  scopes: readonly Action[];
  settings: z.ZodType<Settings>;
  observe(eyes: Eyes<Settings>): Promise<Seen>;
  decide(seen: Seen, settings: Settings, nowMs: number): Outcome;
};
