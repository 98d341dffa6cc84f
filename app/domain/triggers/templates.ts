import type { Definition } from "./schemas.ts";

export const templateIds = ["lost-price", "count-short-bin", "bad-review", "big-order", "sync-failed", "morning"] as const;
export type TemplateId = (typeof templateIds)[number];
type Template = Omit<Definition, "name" | "mostPerHour">;

const keepers = ["owner", "admin", "manager"] as const;
const tell: Definition["actions"][number] = { do: "notify", roles: [...keepers], text: "" };
const all = (...conditions: Definition["conditions"]["conditions"]): Definition["conditions"] => ({ match: "all", conditions });

/** Triggers that many want, to begin with. Their names are texts of their own. */
export const templates: Record<TemplateId, Template> = {
  "lost-price": {
    event: "advice-given",
    schedule: null,
    conditions: all({ field: "rule", is: "is", value: "losing-catalog-price" }),
    repeats: null,
    actions: [tell],
  },
  "count-short-bin": {
    event: "pick-short",
    schedule: null,
    conditions: all(),
    repeats: { times: 2, withinHours: 24 },
    actions: [{ do: "propose", tool: "plan-count" }],
  },
  "bad-review": {
    event: "review-written",
    schedule: null,
    conditions: all({ field: "stars", is: "at-most", value: 2 }),
    repeats: null,
    actions: [tell],
  },
  "big-order": {
    event: "order-placed",
    schedule: null,
    conditions: all({ field: "total", is: "at-least", value: 100_000 }),
    repeats: null,
    actions: [tell],
  },
  "sync-failed": {
    event: "sync-ended",
    schedule: null,
    conditions: all({ field: "outcome", is: "is", value: "failed" }),
    repeats: { times: 2, withinHours: 6 },
    actions: [tell],
  },
  morning: {
    event: "schedule",
    schedule: { every: "day", days: [1, 2, 3, 4, 5], time: "08:00" },
    conditions: all({ field: "ordersToShip", is: "at-least", value: 1 }),
    repeats: null,
    actions: [{ do: "run-agent", agent: "optimizer" }],
  },
};

export function isTemplateId(value: unknown): value is TemplateId {
  return templateIds.some((one) => one === value);
}
