import type { AgentMessage } from "../agents/messages.ts";
import type { Detection, DetectionKind } from "./signals.ts";

/** Who listens to what. A kind that nobody listens to is shown, and wakes nobody. */
const listeners: Record<DetectionKind, "review-gaps" | null> = {
  "complaints-rising": "review-gaps",
  "questions-rising": "review-gaps",
  "sales-jumped": null,
};

/** `key` names the waking: told again under it, an agent is woken once. */
export type Wake = { key: string; agent: "review-gaps"; message: AgentMessage };
export type Decided = { outcomes: Map<string, "woken" | "guarded" | "unheard">; wakes: Wake[] };

/** An agent that was woken is left in peace for so long: what its own work stirs up cannot wake it again at once. */
const guardMs = 60 * 60_000;
const mostListings = 50;

/** What a batch of detections leads to: each agent is woken once, with everything that is about it. */
export function decideWakes(detections: readonly Detection[], lastWokenMs: ReadonlyMap<string, number>, nowMs: number): Decided {
  const outcomes: Decided["outcomes"] = new Map();
  const told: Detection[] = [];
  for (const one of detections) {
    const agent = listeners[one.kind];
    const isGuarded = agent !== null && nowMs - (lastWokenMs.get(agent) ?? Number.NEGATIVE_INFINITY) < guardMs;
    outcomes.set(one.key, agent === null ? "unheard" : isGuarded ? "guarded" : "woken");
    if (agent !== null && !isGuarded) told.push(one);
  }
  const [first] = told;
  if (first === undefined) return { outcomes, wakes: [] };
  const listings = [...new Set(told.map(({ subject }) => subject))].slice(0, mostListings);
  const complaints = Math.round(told.reduce((sum, { recent }) => sum + recent, 0));
  const message: AgentMessage = { type: "complaints-rising", to: "review-gaps", body: { listings, complaints } };
  return { outcomes, wakes: [{ key: first.key, agent: "review-gaps", message }] };
}
