import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { shopperSessions } from "#db/schema/interactions.ts";
import { workspaces } from "#db/schema/accounts.ts";
import { update } from "#db/writes.ts";
import { isLocale, type Locale } from "#app/i18n/locales.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { notFound } from "../errors.ts";
import { describeSession } from "./describe-session.ts";
import { describeQuestion, keepsFacts } from "./describe-question.ts";
import type { InteractionMoment, InteractionProduct, SessionFeatures } from "./interaction.ts";
import { readOrganisation } from "../meaning/organisation.server.ts";
import { pagesSeen, type SeenPage } from "./statistics/count-visit.ts";
import { kindOf } from "./session-features.ts";
import { momentsOf } from "./session-moments.ts";
import { toSession } from "./session-row.ts";

type One = { sessionId: string };
type ReadVisit = { features: SessionFeatures; moments: InteractionMoment[]; pages: SeenPage[] };

async function findSession(ctx: ServiceContext, id: string) {
  const row = await ctx.db.first(shopperSessions, eq(shopperSessions.id, id));
  if (row === undefined) throw notFound("shopperSession");
  return row;
}

/** The first step: what is known of the visit, with its moments from the archive. Null when it was erased meanwhile. */
export async function readVisit(ctx: ServiceContext, { sessionId }: One): Promise<ReadVisit | null> {
  requirePermission(ctx, "shoppers:write");
  const row = await ctx.db.first(shopperSessions, eq(shopperSessions.id, sessionId));
  if (row === undefined || row.processing === "done") return null;
  // Somebody sent its dead letter again: should it fail once more, it becomes one again.
  if (row.processing === "failed")
    await mutate(ctx, { writes: [update(shopperSessions, row, { processing: "waiting" })], audit: "mirrored" });
  const events = row.archiveKey === null ? undefined : await ctx.ports.sessionArchive.read(row.archiveKey);
  return { features: toSession(row).features, moments: momentsOf(events ?? []), pages: pagesSeen(events ?? []) };
}

export type Described = { text: string; describedBy: "rules" | "model"; aiCallId: string | null };

/** A sentence by rules; a model may say it more readably where something happened, and only with what rules know. */
export async function describeVisit(ctx: ServiceContext, input: One & { products: InteractionProduct[] }): Promise<Described> {
  requirePermission(ctx, "shoppers:write");
  const session = toSession(await findSession(ctx, input.sessionId));
  const features = { ...session.features, products: input.products };
  const locale = await localeOf(ctx);
  const text = describeSession(features, locale);
  const byRules: Described = { text, describedBy: "rules", aiCallId: null };
  if (session.isBot || ["glanced", "browsed"].includes(kindOf(features))) return byRules;
  const { text: shop } = await readOrganisation(ctx);
  const answer = await ctx.ports.models.ask(ctx, describeQuestion({ sessionId: session.id, text, features, locale, shop }));
  if (answer.source === "rules" || !keepsFacts(answer.value.text, { text, features })) return byRules;
  return { text: answer.value.text, describedBy: "model", aiCallId: answer.callId };
}

async function localeOf(ctx: ServiceContext): Promise<Locale> {
  const workspace = await ctx.db.read((orm) => orm.select().from(workspaces).where(eq(workspaces.id, ctx.workspaceId)).limit(1));
  const locale = workspace[0]?.locale;
  return isLocale(locale) ? locale : "en";
}
