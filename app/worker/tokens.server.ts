import type { Tokens } from "#app/domain/accounts/ports.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { Keyring } from "#app/platform/crypto/envelope.server.ts";
import { createSigningKeys, type SigningKeys } from "#app/platform/crypto/signing-keys.server.ts";
import type { IdSource } from "#app/platform/ids.ts";
import type { Config } from "./config.server.ts";

const known = new WeakMap<Keyring, SigningKeys>();

/** An isolate works its keys out once. */
export function signingKeysOf({ keyring }: Pick<Config, "keyring">): SigningKeys {
  const keys = known.get(keyring) ?? createSigningKeys(keyring);
  known.set(keyring, keys);
  return keys;
}

/** Few requests bring or ask for a token: what signs and reads them is loaded with the first. */
export function createTokens(config: Pick<Config, "keyring">, { clock, ids }: { clock: Clock; ids: IdSource }): Tokens {
  const load = () => import("#app/platform/crypto/signed-token.server.ts");
  return {
    async sign(audience, content, lifeSeconds) {
      const { signToken } = await load();
      return signToken(signingKeysOf(config), { ...content, id: ids.next("tok") }, { audience, nowMs: clock.now(), lifeSeconds });
    },
    async verify(audience, token) {
      const { verifyToken } = await load();
      return verifyToken(signingKeysOf(config), token, { audience, nowMs: clock.now() });
    },
  };
}
