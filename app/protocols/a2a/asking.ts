import type { ServiceContext } from "#app/domain/context.ts";
import type { Agent } from "./work.ts";

/** One request of somebody who is known. */
export type Asking = {
  ctx: ServiceContext;
  workspace: { id: string; name: string };
  agent: Agent;
  version: string;
  /** Work that goes on after the answer was sent. */
  defer: (work: Promise<unknown>) => void;
  /** Whether the key still opens anything. */
  isStillAllowed: () => Promise<boolean>;
};
