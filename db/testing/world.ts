import { env } from "cloudflare:workers";
import { apiKeyHint } from "#app/domain/accounts/api-key-format.ts";
import { actions, type Role, roles } from "#app/domain/accounts/permissions.ts";
import type { FloorReport } from "#app/domain/warehouse/monitoring/report.ts";
import { noWork } from "#app/domain/warehouse/monitoring/zone-metrics.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { apiKeys, invitations, sessions, users, workspaces } from "#db/schema/accounts.ts";
import { auditLog } from "#db/schema/audit.ts";
import { deadLetters } from "#db/schema/delivery.ts";
import { exportJobs } from "#db/schema/exports.ts";
import { notifications } from "#db/schema/notifications.ts";
import { statementsFor } from "#db/statements.server.ts";
import { insert, type Write } from "#db/writes.ts";
import { stageStartMs, testIds } from "./basics.ts";
import { conversationWrites, sharedChatOf } from "./conversation-rows.ts";
import { newShop, shopWrites, type TestShop } from "./shop.ts";

const dayMs = 24 * 3_600_000;

export type TestPerson = {
  id: string;
  email: string;
  name: string;
  role: Role;
  password: string;
  sessionHandle: string;
  cookie: string;
  notificationId: string;
  exportId: string;
};
export type TestWorkspace = {
  id: string;
  name: string;
  people: Record<Role, TestPerson>;
  apiKey: { id: string; key: string };
  invitation: { id: string; email: string; secret: string };
  deadLetter: { id: string; eventId: string };
  shop: TestShop;
};

/** Writes rows as they are, without audit and events: only for making worlds. */
export async function writeRows(workspaceId: string, ...writes: Write[]): Promise<void> {
  await env.DB.batch(writes.flatMap((write) => statementsFor(env.DB, write, workspaceId)));
}

/** A workspace of its own for one test: people of every role, signed in, with a key, an invitation and all else that can be asked for. */
export async function aWorkspace(): Promise<TestWorkspace> {
  const id = testIds.next("wsp");
  const people = Object.fromEntries(roles.map((role) => [role, aPerson(id, role)])) as Record<Role, TestPerson>;
  const name = `Workspace ${id.slice(-4)}`;
  const workspace: TestWorkspace = {
    id,
    name,
    people,
    apiKey: { id: testIds.next("key"), key: `ek_local_${testIds.token()}` },
    invitation: { id: testIds.next("inv"), email: `invited@${id.replaceAll("_", "-")}.test`, secret: testIds.token() },
    deadLetter: { id: testIds.next("dlq"), eventId: testIds.next("evt") },
    shop: newShop(),
  };
  await env.EXPORTS.put(exportKey(id), "a,b\r\n");
  await env.ASSETS_BUCKET.put(sharedChatOf(workspace).objectKey, "a,b\r\n1,2\r\n");
  await env.EXPORTS.put(`reports/${workspace.shop.reportId}.json`, JSON.stringify(aQuietDay));
  await writeRows(
    id,
    insert(workspaces, { id, name, locale: "en", timeZone: "UTC", currency: "USD", onboardedAt: null, createdAt: stageStartMs }),
    ...(await Promise.all(Object.values(people).map((person) => personWrites(id, person)))).flat(),
    await keyWrite(workspace),
    await invitationWrite(workspace),
    deadLetterWrite(workspace),
    auditWrite(workspace),
    ...shopWrites(workspace.shop, people.owner.id),
    ...conversationWrites(workspace),
  );
  return workspace;
}

/** The floor's report of a day on which nothing happened. */
const aQuietDay: FloorReport = {
  v: 1,
  day: "2020-01-01",
  timeZone: "UTC",
  fromMs: 0,
  untilMs: dayMs,
  madeAt: dayMs,
  total: { ...noWork, accuracy: null },
  hours: [],
  people: [],
  zones: [],
  alerts: [],
};

function aPerson(workspaceId: string, role: Role): TestPerson {
  return {
    id: testIds.next("usr"),
    email: `${role}@${workspaceId.replaceAll("_", "-")}.test`,
    name: `Ana ${role}`,
    role,
    password: `a password of ${role}`,
    sessionHandle: testIds.next("ses"),
    cookie: `entrepot_session=${testIds.token()}`,
    notificationId: testIds.next("ntf"),
    exportId: testIds.next("exp"),
  };
}

function exportKey(workspaceId: string): string {
  return `${workspaceId}/export.csv`;
}

async function personWrites(workspaceId: string, person: TestPerson): Promise<Write[]> {
  const { id, email, name, role, password, sessionHandle, cookie, notificationId, exportId } = person;
  const createdAt = stageStartMs - dayMs;
  return [
    insert(users, { id, email, name, role, passwordHash: `cheap$${password}`, locale: null, theme: "system", timeZone: null, createdAt }),
    insert(sessions, {
      id: await sha256Hex(cookie.slice(cookie.indexOf("=") + 1)),
      handle: sessionHandle,
      userId: id,
      expiresAt: Math.floor((stageStartMs + 3_650 * dayMs) / 1000),
      createdAt,
      lastSeenAt: createdAt,
      ipAddress: "192.0.2.7",
      userAgent: "browser",
    }),
    insert(notifications, {
      id: notificationId,
      userId: id,
      eventId: `evt_${id}`,
      kind: "welcome",
      data: { name },
      createdAt,
      readAt: null,
    }),
    insert(exportJobs, {
      id: exportId,
      kind: "audit",
      filter: {},
      state: "running",
      rowsDone: 0,
      rowsTotal: 2,
      objectKey: exportKey(workspaceId),
      sizeBytes: 5,
      problem: null,
      requestedByUserId: id,
      createdAt,
      heartbeatAt: null,
      finishedAt: null,
    }),
  ];
}

async function keyWrite({ apiKey, people }: TestWorkspace): Promise<Write> {
  return insert(apiKeys, {
    id: apiKey.id,
    name: "Integration",
    hint: apiKeyHint(apiKey.key),
    keyHash: await sha256Hex(apiKey.key),
    scopes: [...actions],
    createdByUserId: people.owner.id,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    createdAt: stageStartMs - dayMs,
  });
}

async function invitationWrite({ invitation, people }: TestWorkspace): Promise<Write> {
  return insert(invitations, {
    id: invitation.id,
    email: invitation.email,
    role: "picker",
    tokenHash: await sha256Hex(invitation.secret),
    invitedByUserId: people.owner.id,
    expiresAt: stageStartMs + 7 * dayMs,
    acceptedAt: null,
    revokedAt: null,
    createdAt: stageStartMs - dayMs,
  });
}

function deadLetterWrite({ id, deadLetter, people }: TestWorkspace): Write {
  const event = { type: "member.joined", userId: people.viewer.id, name: people.viewer.name, invitedByUserId: null };
  return insert(deadLetters, {
    id: deadLetter.id,
    queue: "processing",
    body: JSON.stringify({ v: 1, key: deadLetter.eventId, workspaceId: id, event }),
    reason: "retries used up",
    createdAt: stageStartMs - dayMs,
    resolvedAt: null,
    resolution: null,
  });
}

function auditWrite({ id, name, people }: TestWorkspace): Write {
  const { owner } = people;
  const row = {
    at: stageStartMs - dayMs,
    actorKind: "user",
    actorId: owner.id,
    actorLabel: owner.name,
    subjectType: "workspace",
    subjectId: id,
    subjectLabel: name,
    before: null,
    after: { name },
    requestId: "req_world",
    ipAddress: "192.0.2.7",
    userAgent: "browser",
  };
  return insert(
    auditLog,
    { ...row, id: testIds.next("aud"), action: "workspace.created", inFeed: true },
    { ...row, id: testIds.next("aud"), action: "session.started", inFeed: false },
  );
}
