import { mutate } from "#db/mutate.server.ts";
import { artifacts } from "#db/schema/artifacts.ts";
import { insert } from "#db/writes.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { answerForKeeping } from "./answer-section.server.ts";
import { createArtifactSchema } from "./schemas.ts";
import { searchTextOf } from "./search-text.ts";
import { toPicture } from "./section-answer.ts";
import { usualChart } from "./usual-chart.ts";

const mostArtifacts = 2_000;

/** Keeps an answer: its question, how it is drawn, and what it comes to now. */
export async function createArtifact(ctx: ServiceContext, input: Untrusted<typeof createArtifactSchema>): Promise<{ id: string }> {
  requirePermission(ctx, "chat:write");
  const { title, kind, note, sections, visibility, conversationId } = parseInput(createArtifactSchema, input);
  const [kept, answers] = await Promise.all([
    ctx.db.count(artifacts),
    Promise.all(sections.map((section, index) => answerForKeeping(ctx, section, `sections.${index}`))),
  ]);
  if (kept >= mostArtifacts) throw new AppError("conflict", "tooManyArtifacts");
  const id = ctx.ids.next("art");
  const now = ctx.clock.now();
  await mutate(ctx, {
    writes: [
      insert(artifacts, {
        id,
        kind,
        title,
        note,
        sections: sections.map((section, index) => ({
          ...section,
          query: answers[index]?.query ?? section.query,
          chart: kind === "table" ? null : (section.chart ?? usualChart(section.query)),
        })),
        picture: answers.map(toPicture),
        keptAt: now,
        visibility,
        ownerId: ctx.stamp.id,
        createdBy: ctx.stamp.label,
        conversationId,
        searchText: searchTextOf(title, note),
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      }),
    ],
    audit: { action: "artifact.kept", subject: { type: "artifact", id, label: title }, after: { kind, visibility } },
    events: [{ type: "data.changed", area: "answers" }],
  });
  return { id };
}
