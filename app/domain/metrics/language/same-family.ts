import { catalogue } from "../catalogue.ts";
import type { MetricId } from "../kinds.ts";
import type { Reading } from "./reading.ts";

/** Numbers that differ by the state of what they count, and which state is which number. */
const families: readonly { members: readonly MetricId[]; states: Readonly<Record<string, MetricId>> }[] = [
  {
    members: ["orders", "cancelled-orders", "shipped-orders", "late-shipments", "open-orders"],
    states: {
      "order-state=cancelled": "cancelled-orders",
      "order-state=shipped": "shipped-orders",
      "order-state=late": "late-shipments",
      "order-state=open": "open-orders",
    },
  },
  { members: ["gmv", "cancelled-value"], states: { "order-state=cancelled": "cancelled-value" } },
  {
    members: ["active-listings", "paused-listings", "listings-out-of-stock"],
    states: { "listing-status=active": "active-listings", "listing-status=paused": "paused-listings" },
  },
  { members: ["questions", "unanswered-questions"], states: { "order-state=open": "unanswered-questions" } },
];

/** "And the paused ones?", said of listings, is a number of its own; in place. */
export function turnToFamily(read: Reading, base: MetricId | undefined): void {
  if (base === undefined || read.metrics.length > 0 || read.saysSale || read.values.length !== 1) return;
  const [value] = read.values;
  const family = families.find(({ members }) => members.includes(base));
  const becomes = value === undefined ? undefined : family?.states[`${value.dimension}=${value.value}`];
  if (value === undefined || becomes === undefined || value.isNot) return;
  // What is on its way is a state of what was sent, and no sending.
  if (value.value === "shipped" && value.isEvent !== true) return;
  if (!read.goesOn && catalogue[base].dimensions.includes(value.dimension)) return;
  read.metrics = [becomes];
  read.values = [];
  read.goesOn = true;
}
