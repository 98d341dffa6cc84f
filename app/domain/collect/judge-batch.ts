import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import type { WebEvent } from "#app/sdk/wire.ts";
import { hasForbiddenKey } from "../text/clean-text.ts";
import type { RejectReason, WithheldReason } from "./kinds.ts";
import { type Envelope, eventSchema } from "./schemas.ts";

/** An event as it is kept: by our time, with the client's beside it. */
export type KeptEvent = WebEvent & { clientAt: number; receivedAt: number };
export type Rejected = { id: string; reason: RejectReason; body: string };
export type Judged = { kept: KeptEvent[]; rejected: Rejected[] };

const oldestMs = 7 * 24 * 3_600_000;
const furthestMs = 24 * 3_600_000;
const longestLetter = 4_000;

/** Each event by itself: a bad one keeps none of the others out. */
export function judgeEvents(envelope: Pick<Envelope, "sentAt">, events: readonly unknown[], receivedAt: number): Judged {
  const judged: Judged = { kept: [], rejected: [] };
  // A client's clock may be wrong by years; by how much, is told by when it says to have sent this.
  const skewMs = receivedAt - envelope.sentAt;
  for (const one of events) {
    const result = judgeEvent(one, skewMs, receivedAt);
    if (typeof result !== "string") judged.kept.push(result);
    else judged.rejected.push({ id: idOf(one), reason: result, body: (JSON.stringify(one) ?? "").slice(0, longestLetter) });
  }
  return judged;
}

function judgeEvent(one: unknown, skewMs: number, receivedAt: number): KeptEvent | RejectReason {
  if (hasForbiddenKey(one)) return "forbidden-key";
  const parsed = parseUntrusted(eventSchema, one);
  if (!parsed.success) return "malformed";
  const at = Math.round(parsed.data.at + skewMs);
  if (at < receivedAt - oldestMs) return "too-old";
  if (at > receivedAt + furthestMs) return "in-future";
  return { ...parsed.data, at: Math.min(at, receivedAt), clientAt: parsed.data.at, receivedAt };
}

function idOf(one: unknown): string {
  const id = typeof one === "object" && one !== null && "id" in one ? one.id : "";
  return typeof id === "string" && /^[\w-]{1,40}$/.test(id) ? id : "";
}

type Wishes = Pick<Envelope, "consent" | "asksPrivacy">;
type Rules = { consentMode: "none" | "cookieless" | "full"; honoursPrivacySignals: boolean };

/** Why nothing of a batch may be kept. A clear yes weighs more than a browser's general wish. */
export function whyWithheld({ consent, asksPrivacy }: Wishes, site: Rules): WithheldReason | undefined {
  if (consent === "denied" || consent === "withdrawn") return "consent";
  if (consent === "granted") return undefined;
  if (asksPrivacy && site.honoursPrivacySignals) return "privacy-signal";
  return site.consentMode === "none" ? "consent" : undefined;
}

/** Whether the id that the client keeps may be used; else the visitor has one that nobody knows tomorrow. */
export function mayKnowAgain({ consent, visitor }: Pick<Envelope, "consent" | "visitor">, site: Rules): boolean {
  return site.consentMode !== "cookieless" && consent === "granted" && visitor !== null;
}
