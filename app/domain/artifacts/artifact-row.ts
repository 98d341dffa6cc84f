import { z } from "zod";
import type { artifacts } from "#db/schema/artifacts.ts";
import { type ArtifactKind, artifactKinds, type Visibility } from "./kinds.ts";
import { type Section, sectionSchema } from "./schemas.ts";
import type { SectionPicture } from "./section-answer.ts";

export type ArtifactRow = typeof artifacts.$inferSelect;

export type Artifact = {
  id: string;
  kind: ArtifactKind;
  title: string;
  note: string;
  visibility: Visibility;
  isOwn: boolean;
  sections: Section[];
  conversationId: string | null;
  createdBy: string;
  keptAt: number;
  createdAt: number;
  updatedAt: number;
};

/** A question that an older version kept and that nobody can ask any more is left out. */
export function storedSections(stored: unknown): Section[] {
  return z
    .array(z.unknown())
    .catch([])
    .parse(stored)
    .flatMap((one) => sectionSchema.safeParse(one).data ?? []);
}

export function toArtifact(row: ArtifactRow, asker: { id: string }): Artifact {
  const { id, title, note, conversationId, createdBy, keptAt, createdAt, updatedAt } = row;
  return {
    id,
    kind: artifactKinds.find((one) => one === row.kind) ?? "table",
    title,
    note,
    visibility: row.visibility === "workspace" ? "workspace" : "private",
    isOwn: row.ownerId === asker.id,
    sections: storedSections(row.sections),
    conversationId,
    createdBy,
    keptAt,
    createdAt,
    updatedAt,
  };
}

/** We wrote it ourselves, from rows that were parsed when they were counted; its shape is checked as far as drawing needs it. */
const pictureSchema = z.custom<SectionPicture>(
  (value) => z.object({ columns: z.array(z.unknown()), rows: z.array(z.unknown()) }).safeParse(value).success,
);

export function storedPictures(row: Pick<ArtifactRow, "picture">): (SectionPicture | null)[] {
  return row.picture.map((one) => pictureSchema.safeParse(one).data ?? null);
}
