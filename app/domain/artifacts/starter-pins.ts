import type { MetricQueryInput } from "../metrics/schemas.ts";
import type { PinSize } from "./kinds.ts";

const lastDays = (count: number) => ({
  from: "1970-01-01",
  to: "1970-01-02",
  rolling: { kind: "last" as const, count, unit: "day" as const, includesCurrent: true },
});

type Starter = { key: "gmv" | "orders" | "aov" | "gmvByDay" | "byChannel" | "topProducts"; size: PinSize; query: MetricQueryInput };

/** What most shops look at first. Titles are texts of the `dashboards` namespace. */
export const starterPins: readonly Starter[] = [
  { key: "gmv", size: "third", query: { metric: "gmv", when: lastDays(30), compare: "previous" } },
  { key: "orders", size: "third", query: { metric: "orders", when: lastDays(30), compare: "previous" } },
  { key: "aov", size: "third", query: { metric: "average-order-value", when: lastDays(30), compare: "previous" } },
  { key: "gmvByDay", size: "full", query: { metric: "gmv", grain: "day", when: lastDays(30), compare: "previous" } },
  { key: "byChannel", size: "half", query: { metric: "gmv", by: ["channel"], when: lastDays(30), compare: "previous" } },
  { key: "topProducts", size: "half", query: { metric: "units-sold", by: ["product"], when: lastDays(30), limit: 10 } },
];
