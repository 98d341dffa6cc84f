import { and, sql } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { recommendations } from "#db/schema/selling.ts";
import { merge, type NewRow, updateWhere } from "#db/writes.ts";
import type { ServiceContext } from "../context.ts";
import { decideFinding } from "./advice-state.ts";
import type { Finding } from "./findings.ts";

type AdviceRow = typeof recommendations.$inferSelect;
export type Kept = { opened: number; refreshed: number };

/** Brings a page of findings into the list: new ones open, open ones get today's figures, decided ones stay decided. */
export async function keepFindings(ctx: ServiceContext, findings: readonly Finding[]): Promise<Kept> {
  if (findings.length === 0) return { opened: 0, refreshed: 0 };
  const known = new Map((await readKnown(ctx, findings)).map((row) => [keyOf(row), row]));
  const decided = findings
    .map((finding) => ({ finding, row: known.get(keyOf(finding)) }))
    .map((one) => ({
      ...one,
      decision: decideFinding(one.row, one.finding.priority),
    }));
  const now = ctx.clock.now();
  const told = decided.filter(({ decision }) => decision !== "leave");
  const again = decided.flatMap(({ decision, row }) => (decision === "reopen" && row !== undefined ? [row.id] : []));
  const rows = told.map(({ finding, row }) => toRow(finding, row?.id ?? ctx.ids.next("rec"), now));
  await mutate(ctx, {
    writes: [...(rows.length === 0 ? [] : [mergeFindings(rows)]), ...(again.length === 0 ? [] : [openAgain(again, now)])],
    audit: "mirrored",
  });
  const opened = decided.filter(({ decision }) => decision === "new" || decision === "reopen").length;
  return { opened, refreshed: told.length - opened };
}

function keyOf({ ruleId, channelId, subjectId }: Pick<AdviceRow, "ruleId" | "channelId" | "subjectId">): string {
  return [ruleId, channelId, subjectId].join("\n");
}

function readKnown(ctx: ServiceContext, findings: readonly Finding[]): Promise<AdviceRow[]> {
  const subjects = JSON.stringify([...new Set(findings.map(({ subjectId }) => subjectId))]);
  const rules = JSON.stringify([...new Set(findings.map(({ ruleId }) => ruleId))]);
  // By rule first: the unique index begins with the workspace and the rule.
  return ctx.db.all(recommendations, {
    where: and(
      sql`${recommendations.ruleId} in (select value from json_each(${rules}))`,
      sql`${recommendations.channelId} in (select value from json_each(${JSON.stringify([...new Set(findings.map(({ channelId }) => channelId))])}))`,
      sql`${recommendations.subjectId} in (select value from json_each(${subjects}))`,
    ),
  });
}

function toRow({ remedy, ...finding }: Finding, id: string, now: number): NewRow<typeof recommendations> {
  return {
    ...finding,
    id,
    remedy: { ...remedy },
    state: "open",
    measuredAfter7: null,
    measuredAfter14: null,
    firstSeenAt: now,
    lastSeenAt: now,
    decidedAt: null,
    decidedByUserId: null,
  };
}

function mergeFindings(rows: NewRow<typeof recommendations>[]) {
  return merge(
    recommendations,
    {
      key: ["workspaceId", "ruleId", "channelId", "subjectId"],
      newest: "lastSeenAt",
      keep: ["state", "firstSeenAt", "decidedAt", "decidedByUserId", "measuredAfter7", "measuredAfter14"],
    },
    rows,
  );
}

function openAgain(ids: readonly string[], now: number) {
  return updateWhere(recommendations, sql`${recommendations.id} in (select value from json_each(${JSON.stringify(ids)}))`, {
    state: "open",
    firstSeenAt: now,
    decidedAt: null,
    decidedByUserId: null,
    measuredAfter7: null,
    measuredAfter14: null,
  });
}
