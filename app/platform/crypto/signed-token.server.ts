import { SignJWT } from "jose/jwt/sign";
import { jwtVerify } from "jose/jwt/verify";
import type { SigningKeys } from "./signing-keys.server.ts";

/** `id` names the token, `claims` is what its kind says besides. */
export type TokenContent = { subject: string; id: string; claims: Record<string, unknown> };
type Place = { audience: string; nowMs: number };

const issuer = "entrepot";
const type = "entrepot+jwt";
const skewSeconds = 5;
export const longestLifeSeconds = 300;
/** Ours have a few hundred letters. */
const longestToken = 2_048;
const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/;

function looksLikeToken(text: string): boolean {
  return text.length <= longestToken && shape.test(text);
}

export async function signToken(
  keys: SigningKeys,
  { subject, id, claims }: TokenContent,
  { audience, nowMs, lifeSeconds }: Place & { lifeSeconds: number },
): Promise<string> {
  if (lifeSeconds <= 0 || lifeSeconds > longestLifeSeconds) throw new RangeError(`A token lives up to ${longestLifeSeconds} seconds`);
  const { kid, sign } = await keys.current(nowMs);
  const now = Math.floor(nowMs / 1_000);
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "EdDSA", kid, typ: type })
    .setIssuer(issuer)
    .setAudience(audience)
    .setSubject(subject)
    .setJti(id)
    .setIssuedAt(now)
    .setNotBefore(now)
    .setExpirationTime(now + lifeSeconds)
    .sign(sign);
}

/**
 * What a token says, if it is one of ours, for this use and for now. Undefined for anything else, without a reason: who sent a
 * wrong one learns nothing. Only one algorithm counts, whatever the token itself says of that.
 */
export async function verifyToken(keys: SigningKeys, token: string, { audience, nowMs }: Place): Promise<TokenContent | undefined> {
  if (!looksLikeToken(token)) return undefined;
  const rules = {
    algorithms: ["EdDSA"],
    issuer,
    audience,
    typ: type,
    clockTolerance: skewSeconds,
    maxTokenAge: longestLifeSeconds,
    currentDate: new Date(nowMs),
    requiredClaims: ["exp", "nbf", "iat", "sub", "jti"],
  };
  const keyOf = async ({ kid = "" }: { kid?: string | undefined }) => {
    const key = await keys.find(kid, nowMs);
    if (key === undefined) throw new RangeError("not a key of ours");
    return key;
  };
  const verified = await jwtVerify(token, keyOf, rules).catch(() => undefined);
  if (verified === undefined) return undefined;
  const { sub = "", jti = "", aud, exp = 0, iat = 0, iss: _issuer, nbf: _from, ...claims } = verified.payload;
  // One use each: a list of audiences was never signed by us.
  if (aud !== audience || exp - iat > longestLifeSeconds) return undefined;
  return { subject: sub, id: jti, claims };
}
