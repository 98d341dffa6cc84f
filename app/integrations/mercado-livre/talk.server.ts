import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { ChannelClient, ItemPage, Place } from "#app/domain/channels/ports.ts";
import type { RemoteQuestion, RemoteReview } from "#app/domain/channels/remote.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { ApiClient } from "./client.server.ts";
import { toQuestion, toReview } from "./mapper.ts";
import { toNotice } from "./notices.ts";
import { wordsOf } from "./vendor-error.ts";
import { missedFeedsSchema, questionPageSchema, questionSchema, reviewPageSchema } from "./wire-talk.ts";

const questionPage = 50;
/** Beyond this offset the vendor refuses; longer lists are scanned from their start. */
const offsetWindow = 1_000;
const reviewLimits = [50, 5] as const;
const missedPage = 50;

type Talk = Pick<ChannelClient, "questionPage" | "question" | "answerQuestion" | "reviewPage" | "missedNotices">;

export function createTalk(api: ApiClient, account: { accountRef: string; site: string }, app: { clientId: string; clock: Clock }): Talk {
  return {
    questionPage: (place) => readQuestions(api, account.accountRef, place),
    async question(ref) {
      const call = { operation: "questions.get", path: `/questions/${encodeURIComponent(ref)}`, query: { api_version: 4 } };
      const question = await api.readIfThere(call, questionSchema);
      return question === undefined ? undefined : toQuestion(question);
    },
    answerQuestion: (ref, text) =>
      api.tell({ operation: "answers", path: "/answers", method: "POST", json: { question_id: Number(ref), text } }),
    reviewPage: (listingRef, place) => readReviews(api, listingRef, place),
    missedNotices: (place) => readMissed(api, account, app, place),
  };
}

/** A place is an offset, or `scan` and then the scroll id. */
async function readQuestions(api: ApiClient, accountRef: string, place: Place): Promise<ItemPage<RemoteQuestion>> {
  const [mode, scrollId] = place?.startsWith("scan") === true ? (["scan", place.slice(5)] as const) : (["offset", ""] as const);
  const offset = mode === "offset" ? offsetIn(place) : 0;
  const paging = mode === "offset" ? { offset } : { search_type: "scan", scroll_id: scrollId === "" ? undefined : scrollId };
  const page = await api.read(
    {
      operation: "questions.search",
      path: "/questions/search",
      query: {
        seller_id: accountRef,
        api_version: 4,
        limit: questionPage,
        ...(mode === "offset" ? { sort_fields: "date_created", sort_types: "DESC" } : {}),
        ...paging,
      },
      nature: scrollId === "" ? "api" : "scroll",
    },
    questionPageSchema,
  );
  const items = page.questions.map(toQuestion);
  const total = page.total ?? null;
  if (mode === "scan") return { items, total, next: items.length === 0 ? null : `scan:${page.scroll_id ?? scrollId}` };
  const end = offset + items.length;
  if (total !== null && total > offsetWindow) return { items, total, next: "scan" };
  const isLast = items.length === 0 || (total === null ? items.length < questionPage : end >= total);
  return { items, total, next: isLast ? null : String(end) };
}

/** The largest page the vendor takes is not published: the documented default is the way out. */
async function readReviews(api: ApiClient, listingRef: string, place: Place): Promise<ItemPage<RemoteReview>> {
  const [offset, limit] = reviewPlace(place);
  const call = { operation: "reviews", path: `/reviews/item/${listingRef}`, query: { offset, limit } };
  let page;
  try {
    page = await api.readIfThere(call, reviewPageSchema);
  } catch (error) {
    if (limit === reviewLimits[1] || !/not valid limit/i.test(wordsOf(error).text)) throw error;
    return readReviews(api, listingRef, `${offset}:${reviewLimits[1]}`);
  }
  if (page === undefined) return { items: [], next: null, total: 0 };
  const items = page.reviews.map((review) => toReview(listingRef, review));
  const total = page.paging.total_pageable ?? page.paging.total;
  const end = offset + items.length;
  return { items, total, next: items.length === 0 || end >= total ? null : `${end}:${limit}` };
}

function reviewPlace(place: Place): [number, number] {
  const [offset, limit] = (place ?? "").split(":");
  return place === null ? [0, reviewLimits[0]] : [offsetIn(offset ?? ""), offsetIn(limit ?? "")];
}

function offsetIn(place: Place): number {
  const offset = Number(place ?? "0");
  if (!Number.isSafeInteger(offset) || offset < 0 || place === "") throw new ChannelError("place-lost");
  return offset;
}

/** The list is the app's, whoever's notices they are; those about items are only told when the site is named. */
async function readMissed(
  api: ApiClient,
  { site }: { site: string },
  { clientId, clock }: { clientId: string; clock: Clock },
  place: Place,
): ReturnType<Talk["missedNotices"]> {
  const [kind = "all", start = "0"] = (place ?? "all:0").split(":");
  const offset = offsetIn(start);
  const query = { app_id: clientId, offset, limit: missedPage, ...(kind === "items" ? { topic: "items", site_id: site } : {}) };
  const { messages } = await api.read({ operation: "missed_feeds", path: "/missed_feeds", query }, missedFeedsSchema);
  const next = messages.length === missedPage ? `${kind}:${offset + messages.length}` : kind === "all" ? "items:0" : null;
  const notices = messages.map((message) => toNotice(message, clock.now()));
  // The vendor forgets them by itself after two days.
  return { notices: notices.toSorted((a, b) => a.sentAtMs - b.sentAtMs), next, confirm: () => Promise.resolve() };
}
