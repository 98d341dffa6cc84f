import { mutate } from "#db/mutate.server.ts";
import { toolPolicies } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { changedPart } from "../../changed-part.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import type { Untrusted } from "../../untrusted.ts";
import { findPolicy } from "./find-policy.server.ts";
import { fitting } from "./fitting.server.ts";
import { changePolicySchema } from "./schemas.ts";

/** Other conditions switch it off until they were tried; another name or number does not. */
export async function changePolicy(ctx: ServiceContext, input: Untrusted<typeof changePolicySchema>): Promise<{ id: string }> {
  requirePermission(ctx, "agents:write");
  const { id, name, mostPerDay, ...asked } = parseInput(changePolicySchema, input);
  const { row, policy } = await findPolicy(ctx, id);
  const conditions = await fitting(ctx, policy.tool, asked.conditions);
  const { before, after } = changedPart<Record<string, unknown>>(policy, { name, mostPerDay, conditions });
  if (Object.keys(after).length === 0) return { id };
  const isOther = after["conditions"] !== undefined;
  const set = { name, mostPerDay, conditions, updatedAt: ctx.clock.now(), ...(isOther ? { state: "off", testedAt: null } : {}) };
  await mutate(ctx, {
    writes: [update(toolPolicies, row, set)],
    audit: { action: "policy.changed", subject: { type: "policy", id, label: name }, before, after },
    events: [{ type: "data.changed", area: "agents" }],
  });
  return { id };
}
