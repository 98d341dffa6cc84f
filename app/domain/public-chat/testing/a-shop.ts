import { eq } from "drizzle-orm";
import { simulatedGood } from "#app/integrations/simulated-goods.ts";
import { createFakeClock } from "#app/platform/clock.ts";
import { listings, products, variants } from "#db/schema/catalog.ts";
import { publicChats } from "#db/schema/public-chat.ts";
import { stageStartMs } from "#db/testing/basics.ts";
import { aListing, aProduct, aVariant } from "#db/testing/shop-rows.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert, updateWhere } from "#db/writes.ts";
import type { Models } from "../../ai/ports.ts";
import { refreshProductTexts } from "../../meaning/refresh-product-texts.server.ts";
import { answerPublicly } from "../answer-publicly.server.ts";
import { openPublicChat } from "../open-public-chat.server.ts";

/** A page of every test's shop. */
export const origin = "https://shop.example";
/** What nobody may ever hear. */
export const secretCost = 4_321;
export const secretStock = 7_654;

type Options = { ipAddress?: string; models?: Models; settings?: Partial<typeof publicChats.$inferInsert> };

/** What a seller notes beside its goods. */
const ownNotes = [
  { key: "SELLER_SKU", name: "SKU", value: "SECRET-SKU-9" },
  { key: "GTIN", name: "Código universal de produto", value: simulatedGood(0).gtin },
  { key: "", name: "Fornecedor", value: "Importadora Falcão" },
];

/** A shop with twelve things on sale, one that is not, and a chat that is on. */
export async function aShop(options: Options = {}) {
  const home = await aWorkspace();
  const writes = Array.from({ length: 12 }, (_, number) => {
    const good = simulatedGood(number);
    const { title, brand, description, attributes } = good;
    const product = aProduct({ title, brand, description, attributes: [...attributes, ...ownNotes] });
    const variant = aVariant({ productId: product.id, sku: good.sku, costCents: secretCost, stock: secretStock });
    const { channelId } = home.shop;
    const listing = aListing({
      channelId,
      title,
      variantId: variant.id,
      linkState: "linked",
      priceCents: good.priceCents,
      stock: secretStock,
    });
    return [insert(products, product), insert(variants, variant), insert(listings, listing)];
  });
  const hidden = aProduct({ title: "Protótipo confidencial Zircônio", description: "Lançamento secreto." });
  await writeRows(
    home.id,
    ...writes.flat(),
    insert(products, hidden),
    insert(variants, aVariant({ productId: hidden.id, sku: "SECRET-1" })),
    updateWhere(publicChats, eq(publicChats.siteId, home.shop.siteId), options.settings ?? { greeting: "" }),
  );
  const stage = createStage({
    clock: createFakeClock(stageStartMs),
    ipAddress: options.ipAddress ?? "192.0.2.9",
    ...(options.models ? { models: options.models } : {}),
  });
  await refreshProductTexts(stage.as(home, { system: "index" }));
  return { home, stage, ...talkTo(home, stage) };
}

function talkTo(home: TestWorkspace, stage: ReturnType<typeof createStage>) {
  const key = `pk_${home.shop.siteId}`;
  const open = async () => (await openPublicChat(stage.visitor, { key }, origin)).token;
  let token: string | undefined;
  const ask = async (question: string, more: Record<string, unknown> = {}) => {
    token ??= await open();
    return answerPublicly(stage.visitor, { token, question, ...more }, origin);
  };
  return { key, open, ask };
}
