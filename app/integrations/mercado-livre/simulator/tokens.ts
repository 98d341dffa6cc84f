import type { SimGrant, World } from "./model.ts";

/** The one app that is registered at the played marketplace. */
export const localClientId = "1000001";
export const localClientSecret = "local-ml-secret";

const accessLifeS = 21_600;
const refreshLifeMs = 183 * 86_400_000;
/** Without a call for four months the vendor forgets the app. */
const idleLifeMs = 122 * 86_400_000;

export type TokenAnswer = Record<string, unknown>;

/**
 * Tokens prove themselves: they say when and in which generation they were made. The real vendor remembers its tokens
 * across a restart; the simulator forgets everything, and a connected shop must survive that.
 */
export function issueTokens(grant: SimGrant, nowMs: number): TokenAnswer {
  grant.generation += 1;
  grant.isRevoked = false;
  grant.lastCallMs = nowMs;
  const body = `${hex(Math.floor(nowMs / 1_000), 8)}${hex(grant.generation, 4)}`;
  const month = new Date(nowMs).toISOString().replaceAll(/\D/g, "").slice(4, 10);
  return {
    access_token: `APP_USR-${localClientId}-${month}-${body}${proof("access", body, grant.userId)}-${grant.userId}`,
    token_type: "bearer",
    expires_in: accessLifeS,
    scope: "offline_access read write",
    user_id: grant.userId,
    refresh_token: `TG-${body}${proof("refresh", body, grant.userId)}-${grant.userId}`,
  };
}

type Parsed = { userId: number; issuedMs: number; generation: number };

function parse(kind: "access" | "refresh", token: string): Parsed | undefined {
  const pattern = kind === "access" ? /^APP_USR-1000001-\d{6}-([\da-f]{12})([\da-f]{8})-(\d+)$/ : /^TG-([\da-f]{12})([\da-f]{8})-(\d+)$/;
  const [, body = "", given, user] = pattern.exec(token) ?? [];
  if (user === undefined || given !== proof(kind, body, Number(user))) return undefined;
  return { userId: Number(user), issuedMs: Number.parseInt(body.slice(0, 8), 16) * 1_000, generation: Number.parseInt(body.slice(8), 16) };
}

function grantOf(world: World, { userId, generation, issuedMs }: Parsed): SimGrant {
  const known = world.grants.get(userId);
  if (known !== undefined) return known;
  const grant: SimGrant = { userId, generation, isRevoked: false, callbackUrl: null, lastCallMs: issuedMs, firstValidGeneration: 0 };
  world.grants.set(userId, grant);
  return grant;
}

/** Whose token it is; undefined when it is expired, dead or made up. */
export function accountOfToken(world: World, token: string, nowMs: number): number | undefined {
  const parsed = parse("access", token);
  if (parsed === undefined || parsed.issuedMs + accessLifeS * 1_000 <= nowMs) return undefined;
  const grant = grantOf(world, parsed);
  if (grant.isRevoked || parsed.generation < grant.firstValidGeneration || nowMs - grant.lastCallMs > idleLifeMs) return undefined;
  grant.generation = Math.max(grant.generation, parsed.generation);
  grant.lastCallMs = Math.max(grant.lastCallMs, nowMs);
  return parsed.userId;
}

/** A refresh token works once, and only the last one made works at all. */
export function redeemRefreshToken(world: World, token: string, nowMs: number): TokenAnswer | undefined {
  const parsed = parse("refresh", token);
  if (parsed === undefined || parsed.issuedMs + refreshLifeMs <= nowMs) return undefined;
  const grant = grantOf(world, parsed);
  const isDead = grant.isRevoked || parsed.generation !== grant.generation || parsed.generation < grant.firstValidGeneration;
  if (isDead || nowMs - grant.lastCallMs > idleLifeMs) return undefined;
  return issueTokens(grant, nowMs);
}

export function openGrant(world: World, userId: number, callbackUrl: string | null, nowMs: number): SimGrant {
  const known = world.grants.get(userId);
  const grant: SimGrant = known ?? { userId, generation: 0, isRevoked: false, callbackUrl, lastCallMs: nowMs, firstValidGeneration: 0 };
  grant.callbackUrl = callbackUrl ?? grant.callbackUrl;
  grant.isRevoked = false;
  grant.lastCallMs = nowMs;
  world.grants.set(userId, grant);
  return grant;
}

/** All tokens made so far are dead, also those from before a restart. */
export function endGrant(world: World, userId: number, nowMs: number): void {
  const grant = openGrant(world, userId, null, nowMs);
  grant.isRevoked = true;
  grant.firstValidGeneration = grant.generation + 1;
}

function hex(value: number, length: number): string {
  return value.toString(16).padStart(length, "0").slice(-length);
}

/** Keeps made-up tokens out; it protects nothing, because nothing here is worth protecting. */
function proof(kind: string, body: string, userId: number): string {
  let hash = 0x811c9dc5;
  for (const letter of `${kind} ${body} ${userId} ${localClientSecret}`) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return hex(hash >>> 0, 8);
}
