import { sha256Hex } from "#app/platform/crypto/hash.ts";
import type { Orm } from "#db/client.server.ts";
import { looksLikeApiKey } from "./api-key-format.ts";
import { authenticateApiKey, authenticateKeyId, type KeyOwner } from "./authenticate-api-key.server.ts";
import type { AccessGate } from "./ports.ts";

/** No answer is older, whatever became of the word that it no longer holds. */
const longestMs = 60_000;
const mostKeys = 2_000;

type Kept = { owner: KeyOwner; version: number; readAtMs: number };
/** `kept` only once the gate was asked before the database: what was read in the other order may be older than it looks. */
type Known = { workspaceId: string; kept?: Kept };

export type KnownKeys = {
  /** The owner of a key as it is now: a key that was revoked opens nothing with the next request. */
  ownerOf(key: string, nowMs: number): Promise<KeyOwner | undefined>;
  /** The same for whoever brings a token that was signed for a key. */
  ownerOfId(keyId: string, nowMs: number): Promise<KeyOwner | undefined>;
};

type Read = () => Promise<KeyOwner | undefined>;

export function createKnownKeys(orm: Orm, gate: AccessGate): KnownKeys {
  const known = new Map<string, Known>();

  async function readAnew(name: string, read: Read, nowMs: number): Promise<KeyOwner | undefined> {
    const workspaceId = known.get(name)?.workspaceId;
    const version = workspaceId === undefined ? undefined : await gate.version(workspaceId);
    const owner = await read();
    known.delete(name);
    if (owner === undefined) return undefined;
    if (known.size >= mostKeys) known.clear();
    const kept = version === undefined || workspaceId !== owner.workspace.id ? undefined : { owner, version, readAtMs: nowMs };
    known.set(name, { workspaceId: owner.workspace.id, ...(kept === undefined ? {} : { kept }) });
    return owner;
  }

  async function knownOr(name: string, read: Read, nowMs: number): Promise<KeyOwner | undefined> {
    const kept = known.get(name)?.kept;
    if (kept === undefined || !isFresh(kept, nowMs)) return readAnew(name, read, nowMs);
    const isStill = (await gate.version(kept.owner.workspace.id)) === kept.version;
    // That it was used was written down when it was read.
    return isStill ? { ...kept.owner, recordUse: undefined } : readAnew(name, read, nowMs);
  }

  return {
    async ownerOf(key, nowMs) {
      if (!looksLikeApiKey(key)) return undefined;
      return knownOr(await sha256Hex(key), () => authenticateApiKey(orm, key, nowMs), nowMs);
    },
    ownerOfId: (keyId, nowMs) => knownOr(`id ${keyId}`, () => authenticateKeyId(orm, keyId, nowMs), nowMs),
  };
}

function isFresh({ owner, readAtMs }: Kept, nowMs: number): boolean {
  const age = nowMs - readAtMs;
  return age >= 0 && age < longestMs && (owner.expiresAt === null || owner.expiresAt > nowMs);
}
