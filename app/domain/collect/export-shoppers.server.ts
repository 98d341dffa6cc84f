import { and, asc, eq, gt, gte, lt } from "drizzle-orm";
import { z } from "zod";
import { mutate } from "#db/mutate.server.ts";
import { interactions, shopperSessions } from "#db/schema/interactions.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";

const perRead = 50;
const moment = z.coerce.number().int("fieldInvalid").min(0, "fieldInvalid");

export const exportShoppersSchema = z.object({
  visitorKey: z.string().min(1, "fieldInvalid").max(60, "fieldInvalid").optional(),
  from: moment.optional(),
  to: moment.optional(),
});

/**
 * All that is known of a visitor or a period, a JSON object a line: visits with their raw events, then interactions. Read
 * piece by piece: a long period is never held whole.
 */
export async function exportShoppers(ctx: ServiceContext, input: Untrusted<typeof exportShoppersSchema>): Promise<AsyncGenerator<string>> {
  requirePermission(ctx, "shoppers:write");
  const asked = parseInput(exportShoppersSchema, input);
  if (asked.visitorKey === undefined && (asked.from === undefined || asked.to === undefined)) {
    throw new AppError("invalid", "chooseWhatToErase", { fields: { from: "chooseWhatToErase" } });
  }
  await mutate(ctx, {
    writes: [],
    audit: {
      action: "shoppers.exported",
      subject: { type: "shoppers", id: asked.visitorKey ?? "period", label: asked.visitorKey ?? "period" },
    },
  });
  return lines(ctx, asked);
}

async function* lines(ctx: ServiceContext, { visitorKey, from, to }: z.output<typeof exportShoppersSchema>): AsyncGenerator<string> {
  const of = (
    table: typeof shopperSessions | typeof interactions,
    time: typeof shopperSessions.startedAt | typeof interactions.occurredAt,
  ) =>
    and(
      visitorKey === undefined ? undefined : eq(table.visitorKey, visitorKey),
      from === undefined ? undefined : gte(time, from),
      to === undefined ? undefined : lt(time, to),
    );
  for (let after = ""; ;) {
    const where = and(of(shopperSessions, shopperSessions.startedAt), gt(shopperSessions.id, after));
    const rows = await ctx.db.all(shopperSessions, { where, orderBy: asc(shopperSessions.id), limit: perRead });
    for (const { workspaceId: _workspace, archiveKey, version: _version, ...session } of rows) {
      const events = archiveKey === null ? undefined : await ctx.ports.sessionArchive.read(archiveKey);
      yield JSON.stringify({ kind: "session", ...session, rawEvents: events ?? null });
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
  for (let after = ""; ;) {
    const where = and(of(interactions, interactions.occurredAt), gt(interactions.id, after));
    const rows = await ctx.db.all(interactions, { where, orderBy: asc(interactions.id), limit: perRead });
    for (const { workspaceId: _workspace, version: _version, kind, ...row } of rows) {
      yield JSON.stringify({ kind: "interaction", ...row, interactionKind: kind });
    }
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.id;
  }
}
