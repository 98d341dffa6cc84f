import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { TextChange } from "#app/domain/channels/ports.ts";
import type { TextOutcome } from "#app/domain/channels/remote.ts";
import { callShopee, type Caller, type ShopeeClientOptions } from "./client.server.ts";
import { isAboutTheThing } from "./faults.ts";
import { updatedItemSchema } from "./wire.ts";
import { reasonOf } from "./writes.server.ts";

/** The answer names what buyers see now. */
export async function setText(options: ShopeeClientOptions, caller: Caller, change: TextChange): Promise<TextOutcome> {
  const { listingRef, field, text } = change;
  const body = { item_id: Number(listingRef), ...(field === "title" ? { item_name: text } : { description: text }) };
  try {
    const { response } = await callShopee(options, { caller, operation: "product/update_item", body }, updatedItemSchema);
    return { kind: "applied", text: (field === "title" ? response.item_name : response.description) ?? text };
  } catch (error) {
    if (!(error instanceof ChannelError) || !isAboutTheThing(error)) throw error;
    return { kind: "refused", reason: reasonOf(error), vendorText: error.vendorText };
  }
}
