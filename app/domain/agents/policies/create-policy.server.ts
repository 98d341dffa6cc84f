import { mutate } from "#db/mutate.server.ts";
import { toolPolicies } from "#db/schema/triggers.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import type { Untrusted } from "../../untrusted.ts";
import { fitting } from "./fitting.server.ts";
import { createPolicySchema } from "./schemas.ts";

const mostPolicies = 100;

/** Makes a policy that is off: it is tried on past proposals before somebody switches it on. */
export async function createPolicy(ctx: ServiceContext, input: Untrusted<typeof createPolicySchema>): Promise<{ id: string }> {
  requirePermission(ctx, "agents:write");
  const asked = parseInput(createPolicySchema, input);
  if ((await ctx.db.count(toolPolicies)) >= mostPolicies) throw new AppError("conflict", "tooManyPolicies");
  const conditions = await fitting(ctx, asked.tool, asked.conditions);
  const id = ctx.ids.next("pol");
  const now = ctx.clock.now();
  const row = { id, ...asked, conditions, state: "off", testedAt: null, createdBy: ctx.stamp.label, createdAt: now, updatedAt: now };
  await mutate(ctx, {
    writes: [insert(toolPolicies, row)],
    audit: { action: "policy.created", subject: { type: "policy", id, label: asked.name }, after: { tool: asked.tool } },
    events: [{ type: "data.changed", area: "agents" }],
  });
  return { id };
}
