import { mutate } from "#db/mutate.server.ts";
import { toolPolicies } from "#db/schema/triggers.ts";
import { remove } from "#db/writes.ts";
import { byIdSchema } from "../../accounts/schemas.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import { parseInput } from "../../errors.ts";
import { findPolicy } from "./find-policy.server.ts";

/** From now on a person is asked again. What it let through still says so. */
export async function removePolicy(ctx: ServiceContext, input: { id: string }): Promise<void> {
  requirePermission(ctx, "agents:write");
  const { id } = parseInput(byIdSchema, input);
  const { row, policy } = await findPolicy(ctx, id);
  await mutate(ctx, {
    writes: [remove(toolPolicies, row)],
    audit: { action: "policy.removed", subject: { type: "policy", id, label: policy.name } },
    events: [{ type: "data.changed", area: "agents" }],
  });
}
