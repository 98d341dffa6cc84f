import type { questions, reviews } from "#db/schema/service.ts";
import type { NewRow } from "#db/writes.ts";
import type { RemoteQuestion, RemoteReview } from "../channels/remote.ts";

type Reading = { id: string; channelId: string; readAtMs: number };

export function toQuestionRow(remote: RemoteQuestion, { id, channelId, readAtMs }: Reading): NewRow<typeof questions> {
  return {
    id,
    channelId,
    questionRef: remote.questionRef,
    listingRef: remote.listingRef,
    text: remote.text,
    state: remote.state,
    buyerRef: remote.buyerRef,
    answer: remote.answer?.text ?? null,
    askedAt: remote.askedAtMs,
    answeredAt: remote.answer?.atMs ?? null,
    readAt: readAtMs,
  };
}

export function toReviewRow(remote: RemoteReview, { id, channelId, readAtMs }: Reading): NewRow<typeof reviews> {
  return {
    id,
    channelId,
    reviewRef: remote.reviewRef,
    listingRef: remote.listingRef,
    modelRef: remote.modelRef,
    rating: remote.rating,
    title: remote.title,
    text: remote.text,
    likes: remote.likes,
    reply: remote.reply,
    writtenAt: remote.writtenAtMs,
    readAt: readAtMs,
  };
}

/** Whether a reading says anything that the stored row does not; when it was read says nothing. */
export function saysMore(known: Readonly<Record<string, unknown>> | undefined, read: Readonly<Record<string, unknown>>): boolean {
  if (known === undefined) return true;
  if (Number(known["readAt"]) > Number(read["readAt"])) return false;
  return Object.entries(read).some(([field, value]) => field !== "id" && field !== "readAt" && value !== known[field]);
}
