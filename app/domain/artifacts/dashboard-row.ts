import type { dashboardPins, dashboards } from "#db/schema/artifacts.ts";
import { type When, whenSchema } from "../metrics/schemas.ts";
import { type PinSize, pinSizes, type Visibility } from "./kinds.ts";
import { type Section, sectionSchema } from "./schemas.ts";

export type DashboardRow = typeof dashboards.$inferSelect;
export type PinRow = typeof dashboardPins.$inferSelect;

export type Dashboard = {
  id: string;
  name: string;
  isDefault: boolean;
  visibility: Visibility;
  isOwn: boolean;
  period: When | null;
  createdBy: string;
  createdAt: number;
  updatedAt: number;
};

export type Pin = { id: string; dashboardId: string; title: string; size: PinSize; section: Section };

export function toDashboard(row: DashboardRow, asker: { id: string }): Dashboard {
  const { id, name, isDefault, createdBy, createdAt, updatedAt } = row;
  return {
    id,
    name,
    isDefault,
    visibility: row.visibility === "workspace" ? "workspace" : "private",
    isOwn: row.ownerId === asker.id,
    period: whenSchema.safeParse(row.period).data ?? null,
    createdBy,
    createdAt,
    updatedAt,
  };
}

/** Undefined for one that an older version pinned and that nobody can ask any more. */
export function toPin(row: PinRow): Pin | undefined {
  const section = sectionSchema.safeParse(row.section);
  if (!section.success) return undefined;
  const { id, dashboardId, title } = row;
  return { id, dashboardId, title, size: pinSizes.find((one) => one === row.size) ?? "half", section: { ...section.data, title } };
}
