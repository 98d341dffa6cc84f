import { actions, readActions } from "#app/domain/accounts/permissions.ts";
import { apiKeyHint } from "#app/domain/accounts/api-key-format.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { hashPassword } from "#app/platform/crypto/password.server.ts";
import { apiKeys, invitations, users, workspaces } from "#db/schema/accounts.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { floorPins } from "#db/schema/floor.ts";
import { notifications } from "#db/schema/notifications.ts";
import { statementsFor } from "#db/statements.server.ts";
import { insert, type Write } from "#db/writes.ts";
import { auditHistory } from "./history.ts";
import {
  demoBadge,
  demoPeople,
  demoPin,
  demoWorkspaceId,
  otherPeople,
  otherWorkspaceId,
  type SeedPerson,
  seasonalPeople,
} from "./people.ts";
import { patternHistory } from "./patterns.ts";
import { offerHistory } from "./prices.ts";
import { shopperHistory } from "./shoppers.ts";
import { createSeededRandom, type SeededRandom } from "./random.ts";
import type { Scenario } from "./scenarios.ts";
import { demoSite, otherSite, publicChatWrite, siteWrite } from "./sites.ts";

export type SeedSummary = { workspaces: number; people: number; auditRows: number };
type People = readonly [SeedPerson, ...SeedPerson[]];
type Env = { DB: D1Database };

const dayMs = 24 * 3_600_000;
const demoPassword = "entrepot-demo";

/** Each scenario is the whole state it names: load it into an empty database. */
export async function seedScenario(env: Env, scenario: Scenario, nowMs: number): Promise<SeedSummary> {
  if (scenario === "empty") return { workspaces: 0, people: 0, auditRows: 0 };
  const isBusy = scenario === "busy-friday";
  const random = createSeededRandom(20_261_121);
  const passwordHash = await hashPassword(demoPassword);
  const demo: People = isBusy ? [...demoPeople, ...seasonalPeople(60)] : demoPeople;
  const history = auditHistory(random, demo, { count: isBusy ? 3_000 : 190, nowMs, spanMs: 30 * dayMs });
  await write(env, demoWorkspaceId, [
    ...accountWrites("Demo", demoWorkspaceId, demo, passwordHash, nowMs - 31 * dayMs),
    ...(await keyWrites("usr_demo_owner", nowMs, [
      { id: "key_demo_owner", name: "Demo owner", key: "ek_local_demo_owner", scopes: [...actions] },
      { id: "key_demo_read", name: "Demo read only", key: "ek_local_demo_read", scopes: [...readActions] },
    ])),
    insert(auditLog, ...history),
    ...waitingWrites(nowMs),
    ...patternHistory(nowMs, "America/Sao_Paulo"),
    await pickerProofs(nowMs - 31 * dayMs),
    insert(notifications, ...noticeRows(demo, nowMs)),
    siteWrite(demoSite, nowMs - 41 * dayMs),
    publicChatWrite(demoSite, nowMs - 40 * dayMs),
    ...shopperHistory(createSeededRandom(20_261_128), demoSite.id, nowMs),
    offerHistory(createSeededRandom(20_261_129), nowMs),
    ...(scenario === "broken-channel" ? [brokenDeliveries(random, nowMs)] : []),
  ]);
  await write(env, otherWorkspaceId, [
    ...accountWrites("Other", otherWorkspaceId, otherPeople, passwordHash, nowMs - 3 * dayMs),
    ...(await keyWrites("usr_other_owner", nowMs, [
      { id: "key_other_owner", name: "Other owner", key: "ek_local_other_owner", scopes: [...actions] },
    ])),
    insert(notifications, ...noticeRows(otherPeople, nowMs)),
    siteWrite(otherSite, nowMs - 3 * dayMs),
  ]);
  return { workspaces: 2, people: demo.length + otherPeople.length, auditRows: history.length };
}

export async function isSeeded(database: D1Database): Promise<boolean> {
  return (await database.prepare("select 1 from workspaces limit 1").first()) !== null;
}

async function write(env: Env, workspaceId: string, writes: Write[]): Promise<void> {
  await env.DB.batch(writes.flatMap((one) => statementsFor(env.DB, one, workspaceId)));
}

function accountWrites(name: string, id: string, people: People, passwordHash: string, createdAt: number): Write[] {
  const workspace = { id, name, locale: "pt-BR", timeZone: "America/Sao_Paulo", currency: "BRL", onboardedAt: createdAt, createdAt };
  const rows = people.map((person, index) => ({
    ...person,
    passwordHash,
    locale: null,
    theme: "system",
    timeZone: null,
    createdAt: createdAt + index * 60_000,
  }));
  const joined = people.map((person, index) => ({
    id: `aud_0000seed${String(index).padStart(4, "0")}`,
    at: createdAt + index * 60_000,
    actorKind: "user",
    actorId: person.id,
    actorLabel: person.name,
    action: index === 0 ? "workspace.created" : "member.joined",
    subjectType: index === 0 ? "workspace" : "member",
    subjectId: index === 0 ? id : person.id,
    subjectLabel: index === 0 ? name : person.name,
    before: null,
    after: { role: person.role },
    inFeed: true,
    requestId: "req_seed",
    ipAddress: "189.40.72.11",
    userAgent: "",
  }));
  const scoped = joined.map((row) => ({ ...row, id: `${row.id}_${id}` }));
  return [insert(workspaces, workspace), insert(users, ...rows), insert(auditLog, ...scoped)];
}

async function keyWrites(
  createdByUserId: string,
  nowMs: number,
  keys: { id: string; name: string; key: string; scopes: string[] }[],
): Promise<Write[]> {
  const rows = await Promise.all(
    keys.map(async ({ id, name, key, scopes }) => ({
      id,
      name,
      hint: apiKeyHint(key),
      keyHash: await sha256Hex(key),
      scopes,
      createdByUserId,
      expiresAt: null,
      revokedAt: null,
      lastUsedAt: null,
      createdAt: nowMs - 2 * dayMs,
    })),
  );
  return [insert(apiKeys, ...rows)];
}

/** The picker takes a tablet as the product lets them: by the same hashes that setting a PIN and making a badge write. */
async function pickerProofs(createdAt: number): Promise<Write> {
  const proofs = { pinHash: await hashPassword(demoPin), badgeHash: await sha256Hex(demoBadge) };
  return insert(floorPins, { id: "pin_demo_picker", userId: "usr_demo_picker", ...proofs, createdAt });
}

function waitingWrites(nowMs: number): Write[] {
  const invitation = {
    id: "inv_demo_waiting",
    email: "fotografia@demo.test",
    role: "viewer",
    tokenHash: "0".repeat(64),
    invitedByUserId: "usr_demo_owner",
    expiresAt: nowMs + 5 * dayMs,
    acceptedAt: null,
    revokedAt: null,
    createdAt: nowMs - 2 * dayMs,
  };
  return [insert(invitations, invitation)];
}

function noticeRows(people: People, nowMs: number) {
  return people.flatMap((person, index) => {
    const welcome = {
      userId: person.id,
      kind: "welcome",
      data: { name: person.name },
      createdAt: nowMs - 13 * dayMs,
      readAt: nowMs - 12 * dayMs,
    };
    const keeper = person.role === "owner" || person.role === "admin";
    const joined = {
      userId: person.id,
      kind: "member-joined",
      data: { name: "Otávio Lins" },
      createdAt: nowMs - 40 * 60_000,
      readAt: null,
    };
    const key = {
      userId: person.id,
      kind: "api-key-created",
      data: { name: "BI de margem", byName: "Rafael Nogueira" },
      createdAt: nowMs - 3 * 3_600_000,
      readAt: null,
    };
    const rows = keeper ? [welcome, key, joined] : [welcome];
    return rows.map((row, place) => ({
      ...row,
      id: `ntf_0000seed_${place}_${String(index).padStart(3, "0")}_${person.id}`,
      eventId: `evt_seed_${place}_${person.id}`,
    }));
  });
}

function brokenDeliveries(random: SeededRandom, nowMs: number): Write {
  const reasons = ["mail.requested: the mail service answered 503", "malformed: event.type Invalid input", "retries used up"] as const;
  const rows = Array.from({ length: 7 }, (_, index) => ({
    id: `dlq_seed_${9 - index}`,
    queue: "processing",
    body: JSON.stringify({
      v: 1,
      key: `evt_seed_broken_${index}`,
      workspaceId: demoWorkspaceId,
      event: { type: "member.joined", userId: "usr_demo_viewer", name: "Otávio Lins", invitedByUserId: null },
    }),
    reason: random.pick(reasons),
    createdAt: nowMs - index * 1_800_000,
    resolvedAt: null,
    resolution: null,
  }));
  return insert(deadLetters, ...rows);
}
