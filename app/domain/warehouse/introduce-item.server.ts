import { and, eq, inArray } from "drizzle-orm";
import type { z } from "zod";
import { products, variants } from "#db/schema/catalog.ts";
import { requirePermission, type ServiceContext } from "../context.ts";
import { AppError, notFound, parseInput } from "../errors.ts";
import { askZone } from "./ask-zone.server.ts";
import { introduceItemSchema } from "./floor/schemas.ts";
import type { Item } from "./ledger/facts.ts";
import { findZone } from "./read-zone.server.ts";

const gtinLengths = [8, 12, 13, 14] as const;

/** Goods that a zone has never had are looked up in the catalogue by what their label says, and the zone learns their name. */
export async function introduceItem(ctx: ServiceContext, input: z.input<typeof introduceItemSchema>): Promise<Item> {
  requirePermission(ctx, "floor:work");
  const { zoneId, code } = parseInput(introduceItemSchema, input);
  await findZone(ctx, zoneId);
  const ofCode = await findVariants(ctx, eq(variants.sku, code));
  const found = ofCode.length > 0 ? ofCode : await findVariants(ctx, inArray(variants.gtin, gtinsOf(code)));
  const [row, other] = found;
  if (row === undefined) throw notFound("variant");
  if (other !== undefined) throw new AppError("conflict", "codeOfSeveral");
  const { id: sku, gtin } = row;
  const item = { sku, code: row.sku, title: [row.title, row.name].filter(Boolean).join(" · ").slice(0, 200), gtin };
  const asSystem: ServiceContext = { ...ctx, actor: { kind: "system", job: "floor" } };
  await askZone(asSystem, zoneId, { id: ctx.ids.next("cmd"), command: { type: "put-items", items: [item] } });
  const { part } = await ctx.ports.zoneRooms.snapshot({ workspaceId: ctx.workspaceId, zoneId });
  return part.items.find((one) => one.sku === sku) ?? { ...item, tracksLots: false, tracksSerials: false };
}

function findVariants(ctx: ServiceContext, where: ReturnType<typeof and>) {
  return ctx.db.read((orm, scope) =>
    orm
      .select({ id: variants.id, sku: variants.sku, gtin: variants.gtin, name: variants.name, title: products.title })
      .from(variants)
      .innerJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(and(scope(variants), where))
      .limit(2),
  );
}

/** One article has one number, written with as many zeros before it as its bars have room for. */
function gtinsOf(code: string): string[] {
  if (!/^\d{1,14}$/.test(code)) return [];
  const digits = code.replace(/^0+/, "");
  return gtinLengths.filter((length) => length >= digits.length).map((length) => digits.padStart(length, "0"));
}
