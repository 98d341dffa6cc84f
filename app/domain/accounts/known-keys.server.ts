import { sha256Hex } from "#app/platform/crypto/hash.ts";
import type { Orm } from "#db/client.server.ts";
import { looksLikeApiKey } from "./api-key-format.ts";
import { authenticateApiKey, type KeyOwner } from "./authenticate-api-key.server.ts";
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
};

export function createKnownKeys(orm: Orm, gate: AccessGate): KnownKeys {
  const known = new Map<string, Known>();

  async function readAnew(hash: string, key: string, nowMs: number): Promise<KeyOwner | undefined> {
    const workspaceId = known.get(hash)?.workspaceId;
    const version = workspaceId === undefined ? undefined : await gate.version(workspaceId);
    const owner = await authenticateApiKey(orm, key, nowMs);
    known.delete(hash);
    if (owner === undefined) return undefined;
    if (known.size >= mostKeys) known.clear();
    const kept = version === undefined || workspaceId !== owner.workspace.id ? undefined : { owner, version, readAtMs: nowMs };
    known.set(hash, { workspaceId: owner.workspace.id, ...(kept === undefined ? {} : { kept }) });
    return owner;
  }

  return {
    async ownerOf(key, nowMs) {
      if (!looksLikeApiKey(key)) return undefined;
      const hash = await sha256Hex(key);
      const kept = known.get(hash)?.kept;
      if (kept === undefined || !isFresh(kept, nowMs)) return readAnew(hash, key, nowMs);
      const isStill = (await gate.version(kept.owner.workspace.id)) === kept.version;
      // That it was used was written down when it was read.
      return isStill ? { ...kept.owner, recordUse: undefined } : readAnew(hash, key, nowMs);
    },
  };
}

function isFresh({ owner, readAtMs }: Kept, nowMs: number): boolean {
  const age = nowMs - readAtMs;
  return age >= 0 && age < longestMs && (owner.expiresAt === null || owner.expiresAt > nowMs);
}
