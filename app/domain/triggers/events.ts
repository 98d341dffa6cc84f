import type { Action } from "../accounts/permissions.ts";
import { type Actor, actorAllows } from "../actor.ts";
import { auditActions } from "../audit/actions.ts";
import { agentKinds, proposalStates, runStates, runTriggers } from "../agents/kinds.ts";
import { agentActions } from "../agents/actions.ts";
import type { Facts, Field } from "../conditions.ts";
import { foundKinds, periods } from "../patterns/kinds.ts";
import { adviceRules } from "../selling/kinds.ts";
import { alertKinds, alertSeverities } from "../warehouse/alerts/kinds.ts";

/** What a trigger can wait for. The names are stored. */
export const eventKinds = [
  ...(["order-placed", "question-asked", "review-written", "advice-given", "alert-opened", "pick-short"] as const),
  ...(["sync-ended", "proposal-made", "run-ended", "activity-recorded", "pattern-found", "schedule"] as const),
] as const;
export type EventKind = (typeof eventKinds)[number];

export function isEventKind(value: unknown): value is EventKind {
  return eventKinds.some((kind) => kind === value);
}

/** Something that happened. `id` is the same whenever and however often it is looked at. */
export type Happening = {
  id: string;
  event: EventKind;
  atMs: number;
  subject: { type: string; id: string; label: string };
  facts: Facts;
  /** What it counts as the same with, where several are waited for. */
  same: string;
  /** Ids that tools and pages need: zoneId, binId, channelId. */
  refs: Readonly<Record<string, string>>;
  /** The request, run, proposal or firing that it came of, where that is known. */
  cause: string | null;
};

const text = (name: string): Field => ({ name, kind: "text" });
const count = (name: string): Field => ({ name, kind: "number", unit: "units" });
const money = (name: string): Field => ({ name, kind: "number", unit: "money" });
const choice = (name: string, options: readonly string[]): Field => ({ name, kind: "choice", options });

/** What can be asked of each event. */
export const fieldsOf: Record<EventKind, readonly Field[]> = {
  "order-placed": [money("total"), count("units"), text("channel"), text("buyer"), text("currency")],
  "question-asked": [text("text"), text("listing"), text("channel")],
  "review-written": [{ name: "stars", kind: "number", unit: "stars" }, text("text"), text("listing"), text("channel")],
  "advice-given": [choice("rule", adviceRules), text("subject"), text("channel"), { name: "priority", kind: "number" }],
  "alert-opened": [choice("kind", alertKinds), choice("severity", alertSeverities), text("zone")],
  "pick-short": [text("zone"), text("bin"), text("product"), count("missing"), count("asked")],
  "sync-ended": [choice("outcome", ["done", "failed", "cancelled"]), text("channel"), choice("kind", ["first", "full", "recent"])],
  "proposal-made": [
    choice("agent", agentKinds),
    choice("tool", agentActions),
    choice("state", proposalStates),
    text("subject"),
    text("rule"),
  ],
  "run-ended": [
    choice("agent", agentKinds),
    choice("state", runStates),
    count("decisions"),
    count("proposals"),
    choice("startedBy", runTriggers),
  ],
  "activity-recorded": [choice("action", auditActions), text("who"), text("subject")],
  "pattern-found": [choice("kind", foundKinds), text("subject"), choice("period", periods), count("sessions")],
  schedule: [
    count("ordersToShip"),
    count("openQuestions"),
    count("openProposals"),
    count("openAlerts"),
    count("openAdvice"),
    { name: "weekday", kind: "number" },
  ],
};

/** Who may read an event may have a trigger wait for it; the clock is everybody's. */
const needsOf: Record<Exclude<EventKind, "schedule">, Action> = {
  "order-placed": "orders:read",
  "question-asked": "service:read",
  "review-written": "service:read",
  "advice-given": "selling:read",
  "alert-opened": "warehouse:read",
  "pick-short": "warehouse:read",
  "sync-ended": "channels:read",
  "proposal-made": "agents:read",
  "run-ended": "agents:read",
  "activity-recorded": "activity:read",
  "pattern-found": "shoppers:read",
};

export function mayRead(actor: Actor, event: EventKind): boolean {
  return event === "schedule" || actorAllows(actor, needsOf[event]);
}
