import { toolPolicies, triggers } from "#db/schema/triggers.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs } from "./basics.ts";

/** A trigger with a webhook and a policy, both tried and off. */
export function triggerWrites({ triggerId, policyId }: { triggerId: string; policyId: string }): Write[] {
  const made = { state: "off", testedAt: stageStartMs, createdBy: "Olga", createdAt: stageStartMs, updatedAt: stageStartMs };
  const conditions = { match: "all", conditions: [{ field: "input.priority", is: "at-most", value: 50 }] };
  return [
    insert(triggers, {
      ...made,
      id: triggerId,
      name: "Every hour",
      event: "schedule",
      schedule: { every: "interval", minutes: 60 },
      conditions: { match: "all", conditions: [] },
      repeats: null,
      actions: [{ do: "webhook", url: "https://hooks.example.com/in" }],
      mostPerHour: 60,
      sealedSecret: null,
      onSince: null,
    }),
    insert(toolPolicies, { ...made, id: policyId, tool: "plan-count", name: "Small counts", conditions, mostPerDay: 20 }),
  ];
}
