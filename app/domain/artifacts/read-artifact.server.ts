import { byIdSchema } from "../accounts/schemas.ts";
import { actorAllows } from "../actor.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import { catalogue } from "../metrics/catalogue.ts";
import { answerSection } from "./answer-section.server.ts";
import { type Artifact, storedPictures, toArtifact } from "./artifact-row.ts";
import { findArtifact } from "./find-artifact.server.ts";
import type { SectionAnswer, SectionPicture } from "./section-answer.ts";

export type ReadArtifact = Artifact & {
  answers: SectionAnswer[];
  /** As it was when it was kept; null where the asker may not see the numbers. */
  pictures: (SectionPicture | null)[];
};

/** What was kept, asked again now, beside how it was then. */
export async function readArtifact(ctx: ServiceContext, input: { id: string }): Promise<ReadArtifact> {
  requirePermission(ctx, "chat:read");
  const { id } = parseInput(byIdSchema, input);
  const row = await findArtifact(ctx, id);
  const artifact = toArtifact(row, ctx.stamp);
  const pictures = storedPictures(row).map((picture) =>
    picture !== null && actorAllows(ctx.actor, catalogue[picture.query.metric].scope) ? picture : null,
  );
  const answers = await Promise.all(artifact.sections.map((section) => answerSection(ctx, section)));
  return { ...artifact, answers, pictures };
}
