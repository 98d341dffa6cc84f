import type { Random } from "#app/platform/seeded-random.ts";

const codeLivesMs = 10 * 60_000;
export const accessLivesS = 14_400;
const refreshLivesMs = 30 * 86_400_000;
/** How long a token that was replaced is still taken. */
const graceMs = 5 * 60_000;

export type ShopGrant = { shopId: number; endsAtMs: number; callbackUrl: string; isRevoked: boolean; isWarned: boolean };
type Code = { shopIds: number[]; account: string; expiresAtMs: number; isUsed: boolean };
type Access = { expiresAtMs: Map<number, number> };
type Refresh = { access: string; shopIds: number[]; usedBy: Set<number>; expiresAtMs: number };

export type Grants = {
  byShop: Map<number, ShopGrant>;
  codes: Map<string, Code>;
  access: Map<string, Access>;
  refresh: Map<string, Refresh>;
};

export type TokenPair = { access: string; refresh: string; shopIds: number[] };
export type TokenRefusal = { error: string; message: string };

export function createGrants(): Grants {
  return { byShop: new Map(), codes: new Map(), access: new Map(), refresh: new Map() };
}

type Consent = { shopIds: number[]; account: string; days: number; callbackUrl: string };

export function giveConsent(grants: Grants, consent: Consent, nowMs: number, random: Random): string {
  const { shopIds, account, days, callbackUrl } = consent;
  const endsAtMs = nowMs + days * 86_400_000;
  for (const shopId of shopIds) grants.byShop.set(shopId, { shopId, endsAtMs, callbackUrl, isRevoked: false, isWarned: false });
  const code = secret(random);
  grants.codes.set(code, { shopIds, account, expiresAtMs: nowMs + codeLivesMs, isUsed: false });
  return code;
}

/** A code works once and for ten minutes. `account` is "shop:<id>" or "main:<id>", as the consent was given. */
export function redeemCode(grants: Grants, code: string, account: string, nowMs: number, random: Random): TokenPair | TokenRefusal {
  const known = grants.codes.get(code);
  if (known === undefined || known.isUsed || known.expiresAtMs <= nowMs || known.account !== account)
    return { error: "invalid_code", message: "Invalid code, it may be used or expired." };
  known.isUsed = true;
  return issue(grants, known.shopIds, nowMs, random);
}

/** Works once for each shop it was given for; the pair that comes back is of this shop alone. */
export function redeemRefresh(grants: Grants, token: string, shopId: number, nowMs: number, random: Random): TokenPair | TokenRefusal {
  const known = grants.refresh.get(token);
  if (known === undefined) return { error: "error_auth", message: "Invalid refresh_token." };
  if (!known.shopIds.includes(shopId)) return { error: "error_shop_refresh_token", message: "The refresh_token is not of this shop." };
  const grant = grants.byShop.get(shopId);
  if (grant === undefined || grant.isRevoked) return { error: "shop_no_linked", message: "The shop is not linked to this app." };
  if (grant.endsAtMs <= nowMs) return { error: "shop_access_expired", message: "The authorization of the shop has expired." };
  if (known.expiresAtMs <= nowMs) return { error: "refresh_token_expired", message: "The refresh_token has expired." };
  if (known.usedBy.has(shopId)) return { error: "error_auth", message: "Invalid refresh_token." };
  known.usedBy.add(shopId);
  const expiries = grants.access.get(known.access)?.expiresAtMs;
  expiries?.set(shopId, Math.min(expiries.get(shopId) ?? 0, nowMs + graceMs));
  return issue(grants, [shopId], nowMs, random);
}

export function isAccessGood(grants: Grants, token: string, shopId: number, nowMs: number): boolean {
  const grant = grants.byShop.get(shopId);
  const expiresAtMs = grants.access.get(token)?.expiresAtMs.get(shopId) ?? 0;
  return grant !== undefined && !grant.isRevoked && grant.endsAtMs > nowMs && expiresAtMs > nowMs;
}

function issue(grants: Grants, shopIds: number[], nowMs: number, random: Random): TokenPair {
  forgetDead(grants, nowMs);
  const access = secret(random);
  const refresh = secret(random);
  grants.access.set(access, { expiresAtMs: new Map(shopIds.map((shopId) => [shopId, nowMs + accessLivesS * 1_000])) });
  grants.refresh.set(refresh, { access, shopIds, usedBy: new Set(), expiresAtMs: nowMs + refreshLivesMs });
  return { access, refresh, shopIds };
}

function forgetDead(grants: Grants, nowMs: number): void {
  for (const [token, { expiresAtMs }] of grants.access)
    if ([...expiresAtMs.values()].every((atMs) => atMs <= nowMs)) grants.access.delete(token);
  for (const [code, { expiresAtMs }] of grants.codes) if (expiresAtMs <= nowMs) grants.codes.delete(code);
}

function secret(random: Random): string {
  return Array.from({ length: 4 }, () =>
    Math.floor(random() * 0x1_0000_0000)
      .toString(16)
      .padStart(8, "0"),
  ).join("");
}
