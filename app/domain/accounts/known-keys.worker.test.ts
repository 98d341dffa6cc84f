import { env } from "cloudflare:workers";
import { expect, test } from "vitest";
import { createAccessGate } from "#app/worker/access-gate.object.server.ts";
import { createOrm } from "#db/client.server.ts";
import { apiKeys } from "#db/schema/accounts.ts";
import { createStage } from "#db/testing/stage.ts";
import { watchReads } from "#db/testing/watch-reads.ts";
import { aWorkspace, writeRows } from "#db/testing/world.ts";
import { updateWhere } from "#db/writes.ts";
import { eq } from "drizzle-orm";
import { changeRole } from "./change-role.server.ts";
import { createApiKey } from "./create-api-key.server.ts";
import { createKnownKeys } from "./known-keys.server.ts";
import { actions, actionsOf } from "./permissions.ts";
import { removeMember } from "./remove-member.server.ts";
import { revokeApiKey } from "./revoke-api-key.server.ts";

/** Keys as two isolates know them: each remembers for itself, and both ask the same gate. */
async function twoIsolates() {
  const home = await aWorkspace();
  const stage = createStage();
  const { database, reads } = watchReads();
  const gate = createAccessGate(env.ACCESS_GATE);
  const isolates = [createKnownKeys(createOrm(database), gate), createKnownKeys(createOrm(database), gate)] as const;
  const both = (key: string) => Promise.all(isolates.map((keys) => keys.ownerOf(key, stage.clock.now())));
  /** Often enough that each has kept its answer. */
  const warm = async (key: string) => {
    await both(key);
    await both(key);
    reads.length = 0;
  };
  return { home, stage, both, warm, reads };
}

test("a key that was just looked up is not looked up again, for a minute", async () => {
  const { home, stage, both, warm, reads } = await twoIsolates();
  await warm(home.apiKey.key);
  expect((await both(home.apiKey.key)).map((owner) => owner?.actor.keyId)).toEqual([home.apiKey.id, home.apiKey.id]);
  expect(reads).toEqual([]);
  stage.clock.advance(60_000);
  await both(home.apiKey.key);
  expect(reads).toHaveLength(2);
});

test("a revoked key opens nothing with its next request, wherever that arrives", async () => {
  const { home, stage, both, warm } = await twoIsolates();
  await warm(home.apiKey.key);
  await revokeApiKey(stage.as(home, { role: "owner" }), { id: home.apiKey.id });
  expect(await both(home.apiKey.key)).toEqual([undefined, undefined]);
});

test("what its maker may no longer do is gone from a key at once, and all of it with the maker", async () => {
  const { home, stage, both, warm } = await twoIsolates();
  const owner = stage.as(home, { role: "owner" });
  const { key } = await createApiKey(stage.as(home, { role: "admin" }), { name: "All", scopes: [...actions] });
  await warm(key);
  await changeRole(owner, { id: home.people.admin.id, role: "viewer" });
  expect((await both(key)).map((one) => one?.actor.scopes)).toEqual([actionsOf("viewer"), actionsOf("viewer")]);
  await warm(key);
  await removeMember(owner, { id: home.people.admin.id });
  expect(await both(key)).toEqual([undefined, undefined]);
});

test("a kept key ends at its hour, and without word of a change after a minute", async () => {
  const { home, stage, both, warm } = await twoIsolates();
  const { key } = await createApiKey(stage.as(home, { role: "owner" }), { name: "Short", scopes: ["team:read"], expiresInDays: "1" });
  stage.clock.advance(24 * 3_600_000 - 1);
  await warm(key);
  stage.clock.advance(1);
  expect(await both(key)).toEqual([undefined, undefined]);
  await warm(home.apiKey.key);
  await writeRows(home.id, updateWhere(apiKeys, eq(apiKeys.id, home.apiKey.id), { revokedAt: stage.clock.now() }));
  expect((await both(home.apiKey.key)).every((one) => one !== undefined)).toBe(true);
  stage.clock.advance(60_000);
  expect(await both(home.apiKey.key)).toEqual([undefined, undefined]);
});

test("the key of one workspace is not kept longer for what happens in another", async () => {
  const { home, stage, both, warm, reads } = await twoIsolates();
  const other = await aWorkspace();
  await warm(home.apiKey.key);
  await revokeApiKey(stage.as(other, { role: "owner" }), { id: other.apiKey.id });
  await both(home.apiKey.key);
  expect(reads).toEqual([]);
  expect(await both("ek_local_unknown-key-that-nobody-has-ever-made-000")).toEqual([undefined, undefined]);
});
