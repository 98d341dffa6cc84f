import type { RemoteAccount, RemoteQuestion, RemoteReview, Reputation, ReputationMetric } from "#app/domain/channels/remote.ts";
import type { WireReputation, WireUser } from "./wire.ts";
import type { WireQuestion, WireReview } from "./wire-talk.ts";

type WireMetric = NonNullable<NonNullable<WireReputation["metrics"]>["claims"]>;

export function toAccount(user: WireUser, answerMinutes: number | null): RemoteAccount {
  return {
    accountRef: user.id,
    name: user.nickname,
    site: user.site_id,
    isUsable: (user.status?.site_status ?? "active") === "active",
    tags: user.tags,
    reputation: user.seller_reputation == null ? null : toReputation(user.seller_reputation),
    answerMinutes,
  };
}

export function toReputation(wire: WireReputation): Reputation {
  const sales = wire.metrics?.sales?.completed ?? null;
  const { claims, cancellations, delayed_handling_time: delays } = wire.metrics ?? {};
  return {
    level: wire.level_id,
    medal: wire.power_seller_status,
    levelWithoutProtection: wire.real_level,
    protectedUntilMs: wire.protection_end_date,
    metrics: [
      ...metric("claims", claims, sales),
      ...metric("cancellations", cancellations, sales),
      // Late dispatches are a share of what was sent, a number the vendor keeps to itself.
      ...metric("delayed_handling_time", delays, null),
    ],
    salesCompleted: sales,
  };
}

function metric(key: string, wire: WireMetric | null | undefined, base: number | null): ReputationMetric[] {
  if (wire == null) return [];
  return [{ key, rateBp: wire.rate, count: wire.value ?? null, base, windowDays: daysIn(wire.period), target: null }];
}

function daysIn(period: string | null | undefined): number | null {
  const days = /^(\d+) days?$/.exec(period ?? "")?.[1];
  return days === undefined ? null : Number(days);
}

export function toQuestion(wire: WireQuestion): RemoteQuestion {
  const { answer } = wire;
  const hasAnswer = answer != null && answer.text !== null && answer.text !== "";
  return {
    questionRef: wire.id,
    listingRef: wire.item_id,
    text: wire.text ?? "",
    state: questionState(wire.status),
    buyerRef: wire.from?.id ?? "",
    answer: hasAnswer ? { text: answer.text ?? "", atMs: answer.date_created ?? wire.date_created } : null,
    askedAtMs: wire.date_created,
  };
}

function questionState(status: string): RemoteQuestion["state"] {
  switch (status) {
    case "UNANSWERED":
      return "open";
    case "ANSWERED":
      return "answered";
    case "CLOSED_UNANSWERED":
      return "closed";
    default:
      return "hidden";
  }
}

export function toReview(listingRef: string, wire: WireReview): RemoteReview {
  return {
    reviewRef: wire.id,
    listingRef,
    modelRef: null,
    rating: wire.rate,
    title: wire.title ?? "",
    text: wire.content ?? "",
    likes: wire.likes ?? 0,
    reply: null,
    writtenAtMs: wire.date_created,
  };
}
