import { mutate } from "#db/mutate.server.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { requireSite } from "./find-site.server.ts";
import { judgeEvents, type KeptEvent } from "./judge-batch.ts";
import type { Letter } from "./ports.ts";
import { resolveRejectedSchema } from "./schemas.ts";

/** Judges an event that was not taken once more, as of when it came, or puts it aside for good. */
export async function resolveRejected(ctx: ServiceContext, input: Untrusted<typeof resolveRejectedSchema>): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const { id, siteId, resolution } = parseInput(resolveRejectedSchema, input);
  const site = await requireSite(ctx, siteId);
  const place = { workspaceId: ctx.workspaceId, siteId };
  const letter = await ctx.ports.shopperRooms.letter(place, id);
  if (letter === undefined) throw notFound("rejectedEvent");
  if (letter.state !== "waiting") throw new AppError("conflict", "changedMeanwhile");
  if (resolution === "redrive") {
    const arrival = { ...place, visitorKey: letter.visitorKey, idleMs: site.sessionIdleMinutes * 60_000, visit: letter.visit };
    // Before it is marked: should this end in between, the same event is known when it comes again.
    const answer = await ctx.ports.shopperRooms.accept({ ...arrival, receivedAt: ctx.clock.now(), events: [judgedAgain(letter)] });
    if (answer.isErased) throw new AppError("conflict", "visitorErased");
  }
  const state = resolution === "redrive" ? "redriven" : "dismissed";
  if (!(await ctx.ports.shopperRooms.resolveLetter(place, id, state))) throw new AppError("conflict", "changedMeanwhile");
  await mutate(ctx, {
    writes: [],
    audit: { action: `shopper-event.${state}`, subject: { type: "site", id: siteId, label: site.name }, before: { reason: letter.reason } },
    events: [{ type: "data.changed", area: "shoppers" }],
  });
}

function judgedAgain({ body, sentAt, receivedAt }: Letter): KeptEvent {
  const { kept } = judgeEvents({ sentAt }, [parsed(body)], receivedAt);
  const [event] = kept;
  if (event === undefined) throw new AppError("conflict", "eventStillRefused");
  return event;
}

/** One that was too long to be kept whole is no JSON any more, and stays refused. */
function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
