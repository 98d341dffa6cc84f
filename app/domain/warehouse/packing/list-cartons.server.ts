import { asc } from "drizzle-orm";
import { cartons } from "#db/schema/packing.ts";
import { requirePermission, type ServiceContext } from "../../context.ts";
import type { Page } from "../../paging.ts";

const mostCartons = 500;

export type CartonRow = {
  id: string;
  name: string;
  lengthMm: number;
  widthMm: number;
  heightMm: number;
  weightGrams: number;
  maxWeightGrams: number;
  costCents: number | null;
  currency: string;
  isActive: boolean;
  version: number;
};

/** All kinds of cartons, those in use first and the small before the large. */
export async function listCartons(ctx: ServiceContext): Promise<Page<CartonRow>> {
  requirePermission(ctx, "warehouse:read");
  const rows = await ctx.db.all(cartons, { orderBy: asc(cartons.id), limit: mostCartons });
  const data = rows.map(({ workspaceId: _workspace, createdAt: _created, retiredAt, ...row }) => ({
    ...row,
    isActive: retiredAt === null,
  }));
  const volume = ({ lengthMm, widthMm, heightMm }: CartonRow) => lengthMm * widthMm * heightMm;
  return { data: data.toSorted((a, b) => Number(b.isActive) - Number(a.isActive) || volume(a) - volume(b)), nextCursor: null };
}
