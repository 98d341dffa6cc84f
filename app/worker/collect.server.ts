import { type Admission, admitBatch, collectBatch, type Refusal, type Sender } from "#app/domain/collect/collect-batch.server.ts";
import { mostBytes } from "#app/domain/collect/schemas.ts";
import { corsHeaders, isAllowedOrigin, preflightHeaders } from "#app/domain/sites/allowed-origin.ts";
import { type BucketState, type RateDecision, type RatePolicy, take } from "#app/platform/rate-limit/token-bucket.ts";
import { touchSite } from "#db/client.server.ts";
import type { WorkerDeps } from "./context.server.ts";
import { plainHeaders } from "./plain-headers.ts";
import { createShopperRooms } from "./shopper-rooms.server.ts";

export const collectPath = "/collect/v1/batch";

/** A browser sends a batch every two seconds; an office of many behind one address, and a queue after a day offline, fit. */
const addressLimit: RatePolicy = { name: "collect-address", capacity: 300, refillPerSecond: 20 };
const siteLimit: RatePolicy = { name: "collect-site", capacity: 6_000, refillPerSecond: 1_500 };
/** Each key that nobody has costs a look into the database: whoever tries many is not looked up for any longer. */
const guessLimit: RatePolicy = { name: "collect-guess", capacity: 300, refillPerSecond: 5 };
const mostBuckets = 20_000;
/**
 * In memory and for each instance of the Worker: what asks is one browser, which the network keeps sending to the same
 * place, and a counter elsewhere would cost as much as what it protects. Addresses leave with the instance.
 */
const buckets = new Map<string, BucketState>();

type Refused = Refusal | "foreign_origin" | "site_paused";
const statuses: Record<Refused, { status: number; detail: string }> = {
  malformed: { status: 400, detail: "The body is not a batch of events." },
  too_many_events: { status: 413, detail: "A batch holds at most 100 events." },
  unknown_key: { status: 401, detail: "No site has this key." },
  foreign_origin: { status: 403, detail: "This page is not one of the site's domains." },
  site_paused: { status: 403, detail: "Collecting is paused for this site." },
};

type Caller = { requestId: string; ipAddress: string; userAgent: string };

type Answer = { status: number; body: object; headers?: Record<string, string> };

/**
 * Batches are answered before any page is looked for: shops send them all day, and read little of the answer. What was taken
 * is counted at its site, exactly; only what was not leaves a line in the log.
 */
export async function handleCollect(deps: WorkerDeps, request: Request, caller: Caller): Promise<Response> {
  const startedAt = deps.clock.now();
  const origin = request.headers.get("origin");
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: preflightHeaders(origin) });
  const { status, body, headers } = await answerBatch(deps, request, { ...caller, origin });
  if (status !== 202) {
    const log = { event: "http.request", method: request.method, path: collectPath, statusCode: status } as const;
    deps.logger.info({ ...log, durationMs: deps.clock.now() - startedAt });
  }
  const always = { ...plainHeaders(deps.config), "cross-origin-resource-policy": "cross-origin" };
  return Response.json(body, { status, headers: { ...always, ...corsHeaders(origin), "x-request-id": caller.requestId, ...headers } });
}

async function answerBatch(deps: WorkerDeps, request: Request, caller: Caller & { origin: string | null }): Promise<Answer> {
  const { requestId, ipAddress, userAgent, origin } = caller;
  if (request.method !== "POST") return problem(requestId, { status: 405, code: "method", detail: "Send batches with POST." });
  const body = await request.text();
  if (body.length > mostBytes) return problem(requestId, { status: 413, code: "too_large", detail: "A batch has at most 64 kB." });
  const sender: Sender = { ipAddress, userAgent, country: countryOf(request) };
  // No more of the outside is made for a batch than it needs.
  const visitor = { orm: deps.orm, clock: deps.clock, ports: { shopperRooms: createShopperRooms(deps.env) } };
  try {
    const guessing = takeFrom(guessLimit, ipAddress, { nowMs: deps.clock.now(), isOnlyAsked: true });
    if (guessing !== undefined) return tooMany(requestId, guessing);
    const admitted = await admitBatch(visitor, body);
    if ("refusal" in admitted) {
      if (admitted.refusal === "unknown_key") takeFrom(guessLimit, ipAddress, { nowMs: deps.clock.now(), isOnlyAsked: false });
      return refuse(requestId, admitted.refusal);
    }
    const keptOut = whyKeptOut(admitted, origin);
    if (keptOut !== undefined) return refuse(requestId, keptOut);
    const limited = limit(admitted, ipAddress, deps.clock.now());
    if (limited !== undefined) return tooMany(requestId, limited);
    const answer = await collectBatch(visitor, admitted, sender);
    if (answer.accepted > 0) touch(deps, admitted);
    return { status: 202, body: answer };
  } catch (error) {
    deps.logger.error({ event: "unexpected.error", where: collectPath, error });
    return problem(requestId, { status: 503, code: "unavailable", detail: "Nothing was taken. Send it again in a moment." });
  }
}

function whyKeptOut({ site: { site } }: Admission, origin: string | null): Refused | undefined {
  if (!isAllowedOrigin(site, origin)) return "foreign_origin";
  return site.isEnabled ? undefined : "site_paused";
}

function refuse(requestId: string, code: Refused): Answer {
  return problem(requestId, { code, ...statuses[code] });
}

const touchedEveryMs = 60_000;
const touchedAt = new Map<string, number>();

/** A trace for the site's page, behind the answer and not for every batch. */
function touch({ orm, clock, defer, logger }: WorkerDeps, { site }: Admission): void {
  const { id } = site.site;
  const now = clock.now();
  if (now - (touchedAt.get(id) ?? 0) < touchedEveryMs) return;
  if (touchedAt.size > mostBuckets) touchedAt.clear();
  touchedAt.set(id, now);
  defer(touchSite(orm, id, now).catch((error: unknown) => logger.error({ event: "unexpected.error", where: collectPath, error })));
}

type Limited = { policy: RatePolicy; decision: RateDecision };

function limit({ site }: Admission, ipAddress: string, nowMs: number): Limited | undefined {
  const { id } = site.site;
  return (
    takeFrom(addressLimit, `${id} ${ipAddress}`, { nowMs, isOnlyAsked: false }) ?? takeFrom(siteLimit, id, { nowMs, isOnlyAsked: false })
  );
}

function takeFrom(policy: RatePolicy, key: string, { nowMs, isOnlyAsked }: { nowMs: number; isOnlyAsked: boolean }): Limited | undefined {
  if (buckets.size > mostBuckets) buckets.clear();
  const name = `${policy.name} ${key}`;
  const { state, decision } = take(buckets.get(name), policy, nowMs);
  if (!isOnlyAsked) buckets.set(name, state);
  return decision.allowed ? undefined : { policy, decision };
}

function tooMany(requestId: string, { policy, decision }: Limited): Answer {
  const { status, body, headers } = problem(requestId, {
    status: 429,
    code: "rate_limited",
    detail: "Too many batches. Wait a little and send them again.",
  });
  const seconds = String(Math.max(1, Math.ceil(decision.retryAfterMs / 1_000)));
  const { name, capacity, refillPerSecond } = policy;
  const limits = {
    "retry-after": seconds,
    "ratelimit-policy": `"${name}";q=${capacity};w=${Math.round(capacity / refillPerSecond)}`,
    ratelimit: `"${name}";r=${decision.remaining};t=${seconds}`,
  };
  return { status, body, headers: { ...headers, ...limits } };
}

/** As the network tells it, two letters; locally there is none. */
function countryOf(request: Request): string | null {
  const country = (request as { cf?: { country?: unknown } }).cf?.country;
  return typeof country === "string" && /^[A-Z0-9]{2}$/.test(country) ? country : null;
}

function problem(requestId: string, { status, code, detail }: { status: number; code: string; detail: string }): Answer {
  const body = { type: `/docs/api#${code}`, title: code.replaceAll("_", " "), status, code, detail, requestId };
  return { status, body, headers: { "content-type": "application/problem+json" } };
}
