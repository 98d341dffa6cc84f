import { and, desc, eq, gte, lt } from "drizzle-orm";
import { mutate } from "#db/mutate.server.ts";
import { reviewGaps } from "#db/schema/review-gaps.ts";
import { questions, reviews } from "#db/schema/service.ts";
import { merge, type NewRow, removeWhere, updateByIds, type Write } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import type { Part } from "../text/trend.ts";
import { findGaps, weightOf } from "./find-gaps.ts";
import { fixFor } from "./fix.ts";
import type { Gap, ReviewedText } from "./gap.ts";
import { mentionOf, type Subject, subjectsOf } from "./subjects.server.ts";

const dayMs = 24 * 3_600_000;
const windowMs = 180 * dayMs;
const recentMs = 30 * dayMs;
/** The newest of more: what was written before them is hardly about the goods of today. */
const mostReviews = 10_000;
const mostQuestions = 2_000;
/** What hurts most; nobody mends more at a time. */
const mostGaps = 500;
const rowsAtOnce = 50;
const leastReviews = 3;
const leastQuestions = 3;

type GapRow = typeof reviewGaps.$inferSelect;

/** Works out anew what buyers complain about. What people decided about it stays, and how it went since is counted. */
export async function refreshReviewGaps(ctx: ServiceContext): Promise<{ gaps: number }> {
  requirePermission(ctx, "service:write");
  const nowMs = ctx.clock.now();
  const since = nowMs - windowMs;
  const [said, asked, known] = await Promise.all([
    ctx.db.all(reviews, { where: gte(reviews.writtenAt, since), orderBy: desc(reviews.writtenAt), limit: mostReviews }),
    ctx.db.all(questions, { where: gte(questions.askedAt, since), orderBy: desc(questions.askedAt), limit: mostQuestions }),
    ctx.db.all(reviewGaps),
  ]);
  const about = await subjectsOf(ctx, [...said, ...asked]);
  const keyOf = (row: { channelId: string; listingRef: string }) => about.get(mentionOf(row))?.key ?? mentionOf(row);
  const texts = said.map((row): ReviewedText => ({ ...row, subject: keyOf(row), writtenAtMs: row.writtenAt }));
  const found = findGaps(
    texts,
    asked.map((row) => ({ id: row.id, subject: keyOf(row), text: row.text, askedAtMs: row.askedAt })),
    { nowMs, recentMs, leastReviews, leastQuestions, usual: "pt" },
  );
  const subjects = new Map([...about.values()].map((one) => [one.key, one]));
  const writes = writesOf(ctx, { found, known, texts, subjects, nowMs });
  if (writes.length > 0) await mutate(ctx, { writes, audit: "mirrored", events: [{ type: "data.changed", area: "service" }] });
  return { gaps: found.length };
}

type Refreshed = { found: Gap[]; known: GapRow[]; texts: ReviewedText[]; subjects: Map<string, Subject>; nowMs: number };

function writesOf(ctx: ServiceContext, { found, known, texts, subjects, nowMs }: Refreshed): Write[] {
  const knownBy = new Map(known.map((row) => [`${row.subject} ${row.topic}`, row]));
  const writtenBy = Map.groupBy(texts, ({ subject }) => subject);
  const afterOf = ({ mendedAt, subject }: GapRow, complainedAtMs: readonly number[]): Part | null =>
    mendedAt === null
      ? null
      : {
          found: complainedAtMs.filter((at) => at > mendedAt).length,
          of: (writtenBy.get(subject) ?? []).filter(({ writtenAtMs }) => writtenAtMs > mendedAt).length,
        };
  const rows = found.flatMap((gap): NewRow<typeof reviewGaps>[] => {
    const subject = subjects.get(gap.subject);
    const row = knownBy.get(`${gap.subject} ${gap.topic}`);
    const after = row === undefined ? null : afterOf(row, gap.complainedAtMs);
    return subject === undefined ? [] : [{ ...toRow(gap, subject, nowMs), id: row?.id ?? ctx.ids.next("gap"), after }];
  });
  const heaviest = rows.slice(0, mostGaps);
  const seen = new Set(heaviest.map(({ id }) => id));
  const mended = known.filter(({ id, mendedAt }) => !seen.has(id) && mendedAt !== null);
  const silent = and(eq(reviewGaps.state, "open"), lt(reviewGaps.refreshedAt, nowMs));
  return [
    ...chunksOf(heaviest).map(mergeGaps),
    ...(silent === undefined || known.length === 0 ? [] : [removeWhere(reviewGaps, silent)]),
    ...mended.map((row) => updateByIds(reviewGaps, [row.id], { reviews: 0, after: afterOf(row, []), refreshedAt: nowMs })),
  ];
}

function chunksOf<Row>(rows: readonly Row[]): Row[][] {
  return Array.from({ length: Math.ceil(rows.length / rowsAtOnce) }, (_, index) =>
    rows.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce),
  );
}

function mergeGaps(rows: NewRow<typeof reviewGaps>[]): Write {
  const key = ["workspaceId", "subject", "topic"] as const;
  return merge(reviewGaps, { key: [...key], newest: "refreshedAt", keep: ["state", "mendedAt", "before"] }, rows);
}

function toRow(gap: Gap, subject: Subject, refreshedAt: number): Omit<NewRow<typeof reviewGaps>, "id" | "after"> {
  const { productId, listingId, channelId, listingRef, title, told } = subject;
  const { topic, label, severity, severityScore, trend, phrases } = gap;
  return {
    subject: subject.key,
    topic,
    label,
    productId,
    listingId,
    channelId,
    listingRef,
    title,
    reviews: gap.reviews,
    reviewsOf: gap.of,
    questions: gap.questions,
    suspicious: gap.suspicious,
    severity,
    severityScore,
    weight: Math.round(100 * weightOf(gap)),
    trend,
    confidence: Math.round(100 * gap.confidence),
    firstAt: gap.firstAtMs,
    lastAt: gap.lastAtMs,
    quotes: gap.quotes,
    phrases,
    fix: fixFor(topic, told),
    state: "open",
    mendedAt: null,
    before: null,
    refreshedAt,
  };
}
