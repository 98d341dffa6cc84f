import type { KeyOwner } from "#app/domain/accounts/authenticate-api-key.server.ts";
import type { KnownKeys } from "#app/domain/accounts/known-keys.server.ts";
import type { Clock } from "#app/platform/clock.ts";
import { refuse } from "./refuse.ts";

export type Doorkeeper = {
  config: { environment: "local" | "staging" | "production"; publicUrl: string };
  keys: KnownKeys;
  clock: Clock;
  /** One count with the REST API: a key has so many requests, whichever door they come through. */
  rateLimit: Pick<RateLimit, "limit">;
  defer(work: Promise<unknown>): void;
};

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);
const limitHeaders = { "retry-after": "60", "ratelimit-policy": '"api";q=6000;w=60', ratelimit: '"api";r=0;t=60' };

/**
 * Who calls, or why nobody is let in: a name that is not ours (as a page has that made a browser believe it were), a page of
 * somebody else, no key, or too often.
 */
export async function admit(request: Request, keeper: Doorkeeper): Promise<KeyOwner | Response> {
  if (!isOurs(hostOf(request.url), keeper)) return refuse({ status: 403, message: "This server does not answer under this host name." });
  const origin = request.headers.get("origin");
  if (origin !== null && !isOurs(hostOf(origin), keeper)) return refuse({ status: 403, message: "Pages of other sites are not let in." });
  const key = keyOf(request.headers);
  if (key === undefined) return unknownCaller("Send an API key: Authorization: Bearer ek_….", 'Bearer realm="entrepot"');
  const owner = await keeper.keys.ownerOf(key, keeper.clock.now());
  if (owner === undefined) {
    const challenge = 'Bearer realm="entrepot", error="invalid_token"';
    return unknownCaller("This API key is unknown, has expired or was revoked.", challenge);
  }
  if (owner.recordUse !== undefined) keeper.defer(owner.recordUse());
  const { success } = await keeper.rateLimit.limit({ key: owner.actor.keyId });
  return success ? owner : refuse({ status: 429, message: "Too many requests. Wait a minute.", headers: limitHeaders });
}

function hostOf(url: string): string | undefined {
  return URL.parse(url)?.hostname;
}

function isOurs(host: string | undefined, { config }: Doorkeeper): boolean {
  if (host === undefined) return false;
  return host === hostOf(config.publicUrl) || (config.environment === "local" && loopback.has(host));
}

function keyOf(headers: Headers): string | undefined {
  const authorization = headers.get("authorization");
  if (authorization !== null) return /^Bearer (\S+)$/i.exec(authorization)?.[1] ?? "";
  return headers.get("x-api-key")?.trim() ?? undefined;
}

function unknownCaller(message: string, challenge: string): Response {
  return refuse({ status: 401, message, headers: { "www-authenticate": challenge } });
}
