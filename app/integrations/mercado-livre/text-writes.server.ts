import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { TextChange } from "#app/domain/channels/ports.ts";
import type { RefusalReason, TextOutcome } from "#app/domain/channels/remote.ts";
import type { ApiClient, ApiCall } from "./client.server.ts";
import type { ListingReader } from "./listings.server.ts";
import { putOnceAgain, refusalOf } from "./put-once-again.server.ts";
import { wordsOf } from "./vendor-error.ts";
import { descriptionSchema, type WireItem } from "./wire-listings.ts";

/** The title goes with the item, the description is a thing of its own. What was written is read back. */
export async function writeText(api: ApiClient, listings: ListingReader, { listingRef, field, text }: TextChange): Promise<TextOutcome> {
  const [item] = await listings.items([listingRef]);
  const refusal = refusalBefore(item);
  if (item === undefined || refusal !== null) return { kind: "refused", reason: refusal ?? "not-found", vendorText: "" };
  const path = `/items/${item.id}`;
  const written = await putOnceAgain(async () => {
    await (field === "title"
      ? api.tell({ operation: "items.put", path, method: "PUT", json: { title: text } })
      : tellDescription(api, { operation: "items.description.put", path: `${path}/description`, json: { plain_text: text } }));
  });
  if (written instanceof ChannelError) {
    const isLocked = field === "title" && wordsOf(written).codes.some((code) => code.includes("field_not_updatable"));
    return { kind: "refused", reason: isLocked ? "title-locked" : refusalOf(written, item), vendorText: written.vendorText };
  }
  return { kind: "applied", text: await readBack(api, listings, { item, field, text }) };
}

function refusalBefore(item: WireItem | undefined): RefusalReason | null {
  if (item === undefined) return "not-found";
  if (item.status === "closed") return "closed";
  return item.status === "under_review" ? "under-review" : null;
}

/** A listing that never had a description gets its first one by POST. */
async function tellDescription(api: ApiClient, call: ApiCall): Promise<void> {
  try {
    await api.tell({ ...call, method: "PUT" });
  } catch (error) {
    if (!(error instanceof ChannelError) || error.fault !== "not-found") throw error;
    await api.tell({ ...call, method: "POST" });
  }
}

type Written = { item: WireItem } & Pick<TextChange, "field" | "text">;

async function readBack(api: ApiClient, listings: ListingReader, { item, field, text }: Written): Promise<string> {
  if (field === "title") return (await listings.items([item.id]))[0]?.title ?? text;
  const read = await api.readIfThere({ operation: "items.description", path: `/items/${item.id}/description` }, descriptionSchema);
  return read?.plain_text ?? text;
}
