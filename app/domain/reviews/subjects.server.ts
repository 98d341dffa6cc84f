import { and, asc, eq, sql } from "drizzle-orm";
import { listings, products, variants } from "#db/schema/catalog.ts";
import type { ServiceContext } from "../context.ts";
import { guessLanguage } from "../text/language.ts";
import { tokenise } from "../text/tokenise.ts";
import type { ToldOf } from "./fix.ts";

/** The goods that reviews of a listing are about, and what they say of themselves. */
export type Subject = {
  key: string;
  productId: string | null;
  listingId: string | null;
  channelId: string;
  listingRef: string;
  title: string;
  told: ToldOf;
};

type Mentioned = { channelId: string; listingRef: string };

export function mentionOf({ channelId, listingRef }: Mentioned): string {
  return `${channelId}/${listingRef}`;
}

/** For each listing that is mentioned what it belongs to: a product, whichever of its listings it is, or the listing alone. */
export async function subjectsOf(ctx: ServiceContext, mentioned: readonly Mentioned[]): Promise<Map<string, Subject>> {
  const pairs = JSON.stringify([...new Map(mentioned.map((one) => [mentionOf(one), [one.channelId, one.listingRef]])).values()]);
  const rows = await ctx.db.read((orm, scope) =>
    orm
      .select({
        id: listings.id,
        channelId: listings.channelId,
        listingRef: listings.listingRef,
        title: listings.title,
        description: listings.description,
        attributes: listings.attributes,
        productId: products.id,
        productTitle: products.title,
        productDescription: products.description,
        productAttributes: products.attributes,
      })
      .from(listings)
      .leftJoin(variants, and(eq(variants.id, listings.variantId), scope(variants)))
      .leftJoin(products, and(eq(products.id, variants.productId), scope(products)))
      .where(
        and(
          scope(listings, "led"),
          sql`(${listings.channelId}, ${listings.listingRef}) in (select value ->> 0, value ->> 1 from json_each(${pairs}))`,
        ),
      )
      .orderBy(asc(listings.modelRef)),
  );
  const found = new Map<string, Subject>();
  for (const row of rows) {
    const mention = mentionOf(row);
    const known = found.get(mention);
    if (known === undefined || (known.productId === null && row.productId !== null)) found.set(mention, toSubject(row));
  }
  for (const one of mentioned) {
    const key = mentionOf(one);
    if (!found.has(key)) found.set(key, { ...one, key, productId: null, listingId: null, title: one.listingRef, told: toldNothing });
  }
  return found;
}

const toldNothing: ToldOf = { description: "", attributes: [], language: "pt" };

type Row = {
  id: string;
  channelId: string;
  listingRef: string;
  title: string;
  description: string | null;
  attributes: ToldOf["attributes"];
  productId: string | null;
  productTitle: string | null;
  productDescription: string | null;
  productAttributes: ToldOf["attributes"] | null;
};

function toSubject(row: Row): Subject {
  const { id, channelId, listingRef, title, productId } = row;
  const description = row.description ?? row.productDescription ?? "";
  const attributes = [...row.attributes, ...(row.productAttributes ?? [])];
  const once = [...new Map(attributes.toReversed().map((one) => [one.name.toLowerCase(), one])).values()].toReversed();
  const { language } = guessLanguage(tokenise(`${title} ${description}`));
  return {
    key: productId ?? mentionOf(row),
    productId,
    listingId: id,
    channelId,
    listingRef,
    title: row.productTitle ?? title,
    told: { description, attributes: once, language },
  };
}
