import type { interactions } from "#db/schema/interactions.ts";
import {
  type InteractionKind,
  interactionKinds,
  type InteractionMoment,
  type InteractionProduct,
  type InteractionSource,
  interactionSources,
} from "./interaction.ts";

type Row = typeof interactions.$inferSelect;

export const describers = ["rules", "model"] as const;

export type Interaction = {
  id: string;
  source: InteractionSource;
  sourceId: string;
  subjectId: string;
  visitorKey: string | null;
  kind: InteractionKind;
  text: string;
  describedBy: (typeof describers)[number];
  aiCallId: string | null;
  occurredAt: number;
  durationMs: number;
  /** Where it was seen: desktop, phone, tablet or other on the web. */
  channel: string;
  isBot: boolean;
  products: InteractionProduct[];
  tags: string[];
};
export type InteractionDetail = Interaction & { moments: InteractionMoment[] };

export function toInteraction(row: Row): Interaction {
  const { workspaceId: _workspace, version: _version, createdAt: _created, moments: _moments, ...rest } = row;
  return {
    ...rest,
    source: interactionSources.find((one) => one === row.source) ?? "web",
    kind: interactionKinds.find((one) => one === row.kind) ?? "browsed",
    describedBy: describers.find((one) => one === row.describedBy) ?? "rules",
    products: row.products as InteractionProduct[],
  };
}

export function toDetail(row: Row): InteractionDetail {
  return { ...toInteraction(row), moments: row.moments as InteractionMoment[] };
}
