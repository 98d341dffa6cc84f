import type { ServiceContext } from "../context.ts";
import { AppError } from "../errors.ts";
import type { When } from "../metrics/schemas.ts";
import { storedSections } from "./artifact-row.ts";
import { toDashboard } from "./dashboard-row.ts";
import { findArtifact } from "./find-artifact.server.ts";
import { findDashboard, pinsOf } from "./find-dashboard.server.ts";
import type { ScheduleSubject, Visibility } from "./kinds.ts";
import type { Section } from "./schemas.ts";

export type Subject = {
  kind: ScheduleSubject;
  id: string;
  title: string;
  note: string;
  visibility: Visibility;
  period: When | null;
  sections: Section[];
};

/** What can be mailed or taken along, as the asker may see it. */
export async function readSubject(ctx: ServiceContext, { kind, id }: { kind: ScheduleSubject; id: string }): Promise<Subject> {
  if (kind === "artifact") {
    const row = await findArtifact(ctx, id);
    const { title, note } = row;
    return { kind, id, title, note, visibility: visibilityOf(row), period: null, sections: storedSections(row.sections) };
  }
  const row = await findDashboard(ctx, id);
  const { name, period } = toDashboard(row, ctx.stamp);
  const pins = await pinsOf(ctx, id);
  return { kind, id, title: name, note: "", visibility: visibilityOf(row), period, sections: pins.map(({ section }) => section) };
}

function visibilityOf({ visibility }: { visibility: string }): Visibility {
  return visibility === "workspace" ? "workspace" : "private";
}

/** Undefined in place of a refusal: what it told of may be gone, or not for this person any more. */
export async function findSubject(ctx: ServiceContext, subject: { kind: ScheduleSubject; id: string }): Promise<Subject | undefined> {
  try {
    return await readSubject(ctx, subject);
  } catch (error) {
    if (error instanceof AppError && error.code === "not_found") return undefined;
    throw error;
  }
}
