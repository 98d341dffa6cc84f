import type { VisitorContext } from "../context.ts";
import { handleNotices } from "./handle-notices.server.ts";
import type { Place } from "./ports.ts";
import { routeNotices } from "./receive-notices.server.ts";
import { beginStep, type StepInput, type StepResult } from "./sync-step.server.ts";

/**
 * Fetches the notices that never reached us, as long as the vendor keeps them. The vendor keeps one list for the whole
 * app: each notice goes to the channel it belongs to, whichever run asked, as if it had arrived by itself.
 */
export async function recoverNotices(
  visitor: VisitorContext,
  { workspaceId, ...input }: StepInput & { workspaceId: string },
): Promise<StepResult> {
  const ctx = visitor.enter(workspaceId, { kind: "system", job: "recover-notices" });
  const step = await beginStep(ctx, input);
  if (step === undefined) return "stopped";
  let place: Place = null;
  do {
    const { notices, next, confirm } = await step.client.missedNotices(place);
    await routeNotices(visitor, { vendor: step.channel.vendor, notices, way: "recovered" });
    await confirm();
    place = next;
  } while (place !== null && !step.isFull());
  // Whatever an earlier failure left behind is read now, new arrivals or not.
  await handleNotices(ctx, { channelId: step.channel.id });
  return { next: null };
}
