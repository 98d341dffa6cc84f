import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { channels } from "#db/schema/channels.ts";
import { updateWhere } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { markAttention } from "./mark-attention.server.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";
import { whileActive } from "./while-active.server.ts";

/** What the vendor says of the account: its name, reputation and whether it may sell at all. */
export async function syncAccount(ctx: ServiceContext, input: StepInput): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  await step.report("account");
  const account = await step.client.account();
  if (!account.isUsable) {
    await markAttention(ctx, { channelId: input.channelId, problem: "accountSuspended" });
    return "stopped";
  }
  const set = { name: account.name, account: { ...account }, accountReadAt: ctx.clock.now() };
  await mutate(ctx, {
    writes: [whileActive(input.channelId), updateWhere(channels, eq(channels.id, input.channelId), set)],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "channels" }],
  });
  return { next: null };
}
