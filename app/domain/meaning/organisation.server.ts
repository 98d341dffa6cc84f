import { eq } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { organisationNotes, searchTexts } from "#db/schema/search.ts";
import { insert, update } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { forgetTexts, indexTexts } from "./index-texts.server.ts";
import { organisationSchema } from "./schemas.ts";

/** `version` 0: nothing was written yet. */
export type Organisation = { text: string; version: number; updatedAt: number | null };

export async function readOrganisation(ctx: ServiceContext): Promise<Organisation> {
  requirePermission(ctx, "workspace:read");
  const row = await ctx.db.first(organisationNotes, undefined);
  return row === undefined ? { text: "", version: 0, updatedAt: null } : { text: row.text, version: row.version, updatedAt: row.updatedAt };
}

/** Keeps what a shop says of itself, and makes each paragraph of it findable. */
export async function saveOrganisation(ctx: ServiceContext, input: Untrusted<typeof organisationSchema>): Promise<Organisation> {
  requirePermission(ctx, "workspace:write");
  const { text, version } = parseInput(organisationSchema, input);
  const row = await ctx.db.first(organisationNotes, undefined);
  if ((row?.version ?? 0) !== version) throw new AppError("conflict", "changedMeanwhile");
  const updatedAt = ctx.clock.now();
  const id = row?.id ?? ctx.ids.next("org");
  await mutate(ctx, {
    writes: [row === undefined ? insert(organisationNotes, { id, text, updatedAt }) : update(organisationNotes, row, { text, updatedAt })],
    audit: {
      action: "organisation.described",
      subject: { type: "workspace", id: ctx.workspaceId, label: text.slice(0, 60) },
      before: { text: row?.text ?? "" },
      after: { text },
    },
  });
  await indexParagraphs(ctx, text, updatedAt);
  return { text, version: version + 1, updatedAt };
}

async function indexParagraphs(ctx: ServiceContext, text: string, happenedAt: number): Promise<void> {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const texts = paragraphs.map((paragraph, place) => ({ subjectId: `paragraph-${place}`, text: paragraph, happenedAt }));
  const known = await ctx.db.all(searchTexts, { where: eq(searchTexts.kind, "organisation") });
  const kept = new Set(texts.map(({ subjectId }) => subjectId));
  await forgetTexts(
    ctx,
    "organisation",
    known.map(({ subjectId }) => subjectId).filter((id) => !kept.has(id)),
  );
  await indexTexts(ctx, "organisation", texts);
}
