import type { OrderEvent } from "#app/domain/orders/policy.ts";

export type StepName = "placed" | "paid" | "held" | "ready" | "shipped" | "delivered" | "returned" | "cancelled";
export type TimelineStep = { name: StepName; mark: "done" | "now" | "ahead"; at: number | null };

type Facts = {
  state: string;
  placedAt: number;
  paidAt: number | null;
  shippedAt: number | null;
  deliveredAt: number | null;
  closedAt: number | null;
  history: readonly OrderEvent[];
};

const path = ["placed", "paid", "ready", "shipped", "delivered"] as const;
/** The step of the path that a state stands on. */
const standsOn: Record<string, number> = { unpaid: 0, held: 1, ready: 2, shipped: 3, delivered: 4 };

/** An order's way: what is behind it with its times, where it stands, and what usually comes. An end ends the drawing. */
export function timelineOf(order: Facts): TimelineStep[] {
  const seenAt = (state: string) => order.history.find((event) => event.state === state)?.at ?? null;
  const times: Record<(typeof path)[number], number | null> = {
    placed: order.placedAt,
    paid: order.paidAt,
    ready: seenAt("ready"),
    shipped: order.shippedAt ?? seenAt("shipped"),
    delivered: order.deliveredAt ?? seenAt("delivered"),
  };
  if (order.state === "cancelled" || order.state === "returned") {
    const behind = path.filter((name) => times[name] !== null);
    const at = seenAt(order.state) ?? order.closedAt;
    return [...behind.map((name) => ({ name, mark: "done" as const, at: times[name] })), { name: order.state, mark: "now", at }];
  }
  const place = standsOn[order.state] ?? 0;
  const steps = path.map((name, index): TimelineStep => {
    const mark = index < place ? "done" : index === place ? "now" : "ahead";
    return { name, mark: mark === "now" && order.state === "held" ? "done" : mark, at: mark === "ahead" ? null : times[name] };
  });
  if (order.state === "held") steps.splice(place + 1, 0, { name: "held", mark: "now", at: seenAt("held") });
  return steps;
}
