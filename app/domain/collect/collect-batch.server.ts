import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import type { BatchAnswer } from "#app/sdk/wire.ts";
import type { VisitorContext } from "../context.ts";
import { findSiteByKey, type FoundSite } from "../sites/find-site-by-key.server.ts";
import { cleanText } from "../text/clean-text.ts";
import { agentFlags, type Device, readDevice } from "./device.ts";
import { judgeEvents, mayKnowAgain, whyWithheld } from "./judge-batch.ts";
import type { SitePlace, Visit } from "./ports.ts";
import { type Envelope, envelopeSchema, mostEvents } from "./schemas.ts";
import { dailyKey, lastingKey } from "./visitor-key.server.ts";

/** What a request says besides its body. Address and browser are looked at, and not kept. */
export type Sender = { ipAddress: string; userAgent: string; country: string | null };
export type Admission = { site: FoundSite; envelope: Envelope };
export type Refusal = "malformed" | "too_many_events" | "unknown_key";

type Context = Pick<VisitorContext, "orm" | "clock"> & { ports: Pick<VisitorContext["ports"], "shopperRooms"> };

/** Whose site a batch is for, before anything of it is looked at more closely. */
export async function admitBatch(visitor: Context, body: string): Promise<Admission | { refusal: Refusal }> {
  const parsed = parseUntrusted(envelopeSchema, parse(body));
  if (!parsed.success) return { refusal: "malformed" };
  if (parsed.data.events.length > mostEvents) return { refusal: "too_many_events" };
  const site = await findSiteByKey(visitor, parsed.data.site);
  if (site === undefined) return { refusal: "unknown_key" };
  return { site, envelope: parsed.data };
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** Takes a batch that was admitted: what is good goes to its visit, what is not is kept apart with the reason. */
export async function collectBatch(visitor: Context, { site, envelope }: Admission, sender: Sender): Promise<BatchAnswer> {
  const { shopperRooms } = visitor.ports;
  const place: SitePlace = { workspaceId: site.workspaceId, siteId: site.site.id };
  const withheld = whyWithheld(envelope, site.site);
  if (withheld !== undefined) {
    await shopperRooms.withhold(place, withheld, envelope.events.length);
    return { accepted: 0, duplicates: 0, rejected: named(envelope.events, withheld) };
  }
  const receivedAt = visitor.clock.now();
  const { kept, rejected } = judgeEvents(envelope, envelope.events, receivedAt);
  const isKnownAgain = mayKnowAgain(envelope, site.site);
  const visitorKey = isKnownAgain
    ? await lastingKey(place, envelope.visitor ?? "")
    : await dailyKey(visitor.ports, place, sender, receivedAt);
  const visit = visitOf(envelope, sender, isKnownAgain);
  if (rejected.length > 0) {
    const { sentAt } = envelope;
    await shopperRooms.refuse(
      place,
      rejected.map((one) => ({ ...one, visitorKey, sentAt, receivedAt, visit })),
    );
  }
  const told = rejected.map(({ id, reason }) => ({ id, reason }));
  if (kept.length === 0) return { accepted: 0, duplicates: 0, rejected: told };
  const idleMs = site.site.sessionIdleMinutes * 60_000;
  const { accepted, duplicates, isErased } = await shopperRooms.accept({ ...place, visitorKey, idleMs, receivedAt, events: kept, visit });
  if (!isErased) return { accepted, duplicates, rejected: told };
  await shopperRooms.withhold(place, "erased", kept.length);
  return { accepted: 0, duplicates: 0, rejected: [...told, ...named(kept, "erased")] };
}

function named(events: readonly unknown[], reason: string): BatchAnswer["rejected"] {
  return events.map((one) => {
    const id = typeof one === "object" && one !== null && "id" in one ? one.id : "";
    return { id: typeof id === "string" ? id.slice(0, 40) : "", reason };
  });
}

type Program = { device: Device; browser: string; agentFlags: string[] };
const mostPrograms = 1_000;
const programs = new Map<string, Program>();

/** Half of a shop's visitors call themselves the same, and a sender does so in every batch: long lists of words are gone through once. */
function programOf({ page, sdk }: Envelope, userAgent: string): Program {
  const { width } = page.screen;
  const name = `${sdk.name} ${width} ${userAgent}`;
  const known = programs.get(name);
  if (known !== undefined) return known;
  if (programs.size >= mostPrograms) programs.clear();
  const read = { ...readDevice(userAgent, width), agentFlags: agentFlags(userAgent, sdk.name) };
  programs.set(name, read);
  return read;
}

function visitOf(envelope: Envelope, { userAgent, country }: Sender, isKnownAgain: boolean): Visit {
  const { page } = envelope;
  const { source, medium, name } = page.campaign ?? {};
  return {
    ...programOf(envelope, userAgent),
    country,
    language: page.language,
    timeZone: page.timeZone,
    referrerHost: hostOf(page.referrer),
    campaign: { source: source ?? null, medium: medium ?? null, name: name ?? null },
    isKnownAgain,
  };
}

/** Only from where somebody came; the rest of the address may name a person. */
function hostOf(referrer: string): string | null {
  const host = URL.parse(referrer)?.hostname ?? "";
  return host === "" ? null : cleanText(host, 120);
}
