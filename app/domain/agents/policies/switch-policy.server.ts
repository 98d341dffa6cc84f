import { mutate } from "#db/mutate.server.ts";
import { toolPolicies } from "#db/schema/triggers.ts";
import { update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { AppError, parseInput } from "../../errors.ts";
import type { Untrusted } from "../../untrusted.ts";
import { findPolicy } from "./find-policy.server.ts";
import { switchPolicySchema } from "./schemas.ts";

/** On, for what is proposed from now on, and only after it was tried; or off. */
export async function switchPolicy(ctx: ServiceContext, input: Untrusted<typeof switchPolicySchema>): Promise<void> {
  requirePermission(ctx, "agents:write");
  const { id, isOn } = parseInput(switchPolicySchema, input);
  const state = isOn ? "on" : "off";
  const { row, policy } = await findPolicy(ctx, id);
  if (policy.state === state) return;
  if (isOn && policy.testedAt === null) throw new AppError("conflict", "policyUntested");
  await mutate(ctx, {
    writes: [update(toolPolicies, row, { state, updatedAt: ctx.clock.now() })],
    audit: { action: isOn ? "policy.switched-on" : "policy.switched-off", subject: { type: "policy", id, label: policy.name } },
    events: [{ type: "data.changed", area: "agents" }],
  });
}
