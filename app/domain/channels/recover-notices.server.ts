import { requirePermission, type ServiceContext } from "../context.ts";
import { handleNotices } from "./handle-notices.server.ts";
import type { Place } from "./ports.ts";
import { storeNotices } from "./receive-notices.server.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";

/** Fetches the notices that never reached us, as long as the vendor keeps them. Told again, they find their row. */
export async function recoverNotices(ctx: ServiceContext, input: StepInput): Promise<StepResult> {
  requirePermission(ctx, "channels:write");
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  let place: Place = null;
  do {
    const { notices, next, confirm } = await step.client.missedNotices(place);
    const own = notices.filter((notice) => notice.accountRef === step.channel.accountRef);
    await storeNotices(ctx, { channelId: step.channel.id, notices: own });
    await confirm();
    place = next;
  } while (place !== null && !step.isFull());
  // Whatever an earlier failure left behind is read now, new arrivals or not.
  await handleNotices(ctx, { channelId: step.channel.id });
  return { next: null };
}
