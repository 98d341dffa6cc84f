import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { takeOne } from "../accounts/limits.server.ts";
import type { VisitorContext } from "../context.ts";
import { parseInput } from "../errors.ts";
import type { Untrusted } from "../untrusted.ts";
import { findPublicSite } from "./find-public-site.server.ts";
import { placeOf, tokensPerAddress } from "./limits.ts";
import { openChatSchema } from "./schemas.ts";

const tokenSeconds = 300;
const hashLength = 32;

/** Whom limits count, on one site: an address that nobody can read back. */
export async function addressHash(siteId: string, ipAddress: string): Promise<string> {
  return (await sha256Hex(`public chat\n${siteId}\n${placeOf(ipAddress)}`)).slice(0, hashLength);
}

/** A token of minutes for one address on one site. Without it nobody is asked anything. */
export async function openPublicChat(
  visitor: VisitorContext,
  input: Untrusted<typeof openChatSchema>,
  origin: string | null,
): Promise<{ token: string; expiresInSeconds: number }> {
  const { key } = parseInput(openChatSchema, input);
  const { site } = await findPublicSite(visitor, { key, origin });
  const address = await addressHash(site.id, visitor.origin.ipAddress);
  await takeOne(visitor, `${site.id}:${address}`, tokensPerAddress);
  const token = await visitor.ports.tokens.sign("public-chat", { subject: site.id, claims: { key, adr: address } }, tokenSeconds);
  return { token, expiresInSeconds: tokenSeconds };
}
