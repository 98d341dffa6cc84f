import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { interactionProducts, interactions, shopperSessions } from "#db/schema/interactions.ts";
import { usageCounts } from "#db/schema/usage.ts";
import { insertOnce, update, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { forgetTexts } from "../meaning/index-texts.server.ts";
import { interactionIdOf } from "./policy.ts";
import type { InteractionMoment, InteractionProduct } from "./interaction.ts";
import type { Described } from "./process-session.server.ts";
import type { SeenPage } from "./statistics/count-visit.ts";
import { statisticsWrites } from "./statistics/statistics-writes.ts";
import { kindOf, tagsOf } from "./session-features.ts";
import { toSession } from "./session-row.ts";

type Made = {
  sessionId: string;
  products: InteractionProduct[];
  moments: InteractionMoment[];
  pages: SeenPage[];
  described: Described;
};

/** The last step: the interaction, its products and what is paid for it, all of it or nothing, and once. */
export async function storeInteraction(ctx: ServiceContext, { sessionId, products, moments, pages, described }: Made): Promise<void> {
  requirePermission(ctx, "shoppers:write");
  const row = await ctx.db.first(shopperSessions, eq(shopperSessions.id, sessionId));
  const id = interactionIdOf(sessionId);
  // Erased in between: what it was to be found by goes too.
  if (row === undefined) await forgetTexts(ctx, "interaction", [id]);
  if (row === undefined || row.processing === "done") return;
  const session = toSession(row);
  const timeZone = (await ctx.db.first(workspaces, eq(workspaces.id, ctx.workspaceId)))?.timeZone ?? "UTC";
  const features = { ...session.features, products };
  const interaction = {
    id,
    source: "web",
    sourceId: session.siteId,
    subjectId: sessionId,
    visitorKey: session.visitorKey,
    kind: kindOf(features),
    ...described,
    occurredAt: session.startedAt,
    durationMs: session.endedAt - session.startedAt,
    channel: features.device,
    isBot: session.isBot,
    products,
    moments,
    tags: tagsOf(features),
    createdAt: ctx.clock.now(),
  };
  await mutate(ctx, {
    writes: [
      insertOnce(interactions, interaction),
      ...productWrites(id, products, session.startedAt),
      ...(session.isBot ? [] : [insertOnce(usageCounts, usageOf(ctx, id))]),
      ...statisticsWrites({ ids: ctx.ids, timeZone }, session, pages),
      update(shopperSessions, row, { processing: "done" }),
    ],
    audit: "mirrored",
    events: [{ type: "data.changed", area: "shoppers" }],
  });
}

function productWrites(interactionId: string, products: readonly InteractionProduct[], occurredAt: number): Write[] {
  if (products.length === 0) return [];
  const rows = products.map(({ key, productId, role }, index) => ({
    id: `${interactionId.replace(/^int_/, "inp_")}-${index}`,
    interactionId,
    productKey: key,
    productId,
    role,
    occurredAt,
  }));
  return [insertOnce(interactionProducts, ...rows)];
}

/** A program's visit is shown, and not paid for. */
function usageOf(ctx: ServiceContext, interactionId: string) {
  return { id: ctx.ids.next("use"), kind: "interaction", subjectId: interactionId, quantity: 1, countedAt: ctx.clock.now() };
}
