import { expect } from "@playwright/test";
import { z } from "zod";
import { createMailbox } from "#e2e/fixtures/mailbox.ts";
import { type OwnApp, startOwnApp } from "#e2e/fixtures/own-app.ts";
import { enter, newBrowserlessClient } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";
import { withLocalData } from "#scripts/dev/local-data.ts";

type Write = { kind: "invitation" | "key"; name: string; path: string; body: object };
type Row = { id: string; name: string };

const auth = { authorization: "Bearer ek_local_demo_owner", "content-type": "application/json" };
const killAfterAnswers = 25;
const writersAtOnce = 10;
const idSchema = z.object({ id: z.string() });
const listSchema = z.object({
  data: z.array(
    z.looseObject({ id: z.string(), name: z.string().optional(), email: z.string().optional(), subjectId: z.string().optional() }),
  ),
});

const writes: Write[] = [
  ...Array.from({ length: 20 }, (_, index) => `storm-${index}@e2e.test`).map((email): Write => {
    return { kind: "invitation", name: email, path: "/api/v1/invitations", body: { email, role: "viewer" } };
  }),
  ...Array.from({ length: 60 }, (_, index) => `Storm ${index}`).map((name): Write => {
    return { kind: "key", name, path: "/api/v1/api-keys", body: { name, scopes: ["team:read"] } };
  }),
].toSorted((a, b) => (a.name.slice(-3) < b.name.slice(-3) ? -1 : 1));

function send(app: OwnApp, { path, name, body }: Write): Promise<Response> {
  const headers = { ...auth, "idempotency-key": `storm.${name.replaceAll(/\W/g, "-")}` };
  return fetch(app.url + path, { method: "POST", headers, body: JSON.stringify(body) });
}

/** Many writers at once, and the power fails in the middle. Answers what was acknowledged before. */
async function writeUntilKilled(app: OwnApp): Promise<Map<string, string>> {
  const acknowledged = new Map<string, string>();
  const left = [...writes];
  let killed: Promise<void> | undefined;
  async function writer(): Promise<void> {
    for (let write = left.shift(); write !== undefined && killed === undefined; write = left.shift()) {
      const answer = await send(app, write);
      if (answer.status === 201) acknowledged.set(write.name, idSchema.parse(await answer.json()).id);
      if (acknowledged.size >= killAfterAnswers) killed ??= app.kill();
    }
  }
  // Whoever waited for an answer when the server died was promised nothing.
  await Promise.allSettled(Array.from({ length: writersAtOnce }, writer));
  await killed;
  return acknowledged;
}

/** What has not been finished is due again, and what was being worked on is free: a minute has passed. */
async function letAMinutePass(app: OwnApp): Promise<void> {
  await withLocalData(app.stateDir, ({ DB }) =>
    DB.batch([
      DB.prepare("update outbox set due_at = 1 where due_at is not null"),
      DB.prepare("update handled_messages set lease_until = 0 where done_at is null"),
    ]),
  );
}

/** Looked at while the server runs: what it works on at this moment is on its way, not lost. */
async function eventsThatWait(app: OwnApp): Promise<unknown> {
  return withLocalData(app.stateDir, ({ DB }) => DB.prepare("select count(*) as n from outbox where due_at is not null").first("n"));
}

async function read(app: OwnApp, path: string): Promise<z.infer<typeof listSchema>["data"]> {
  const answer = await fetch(`${app.url}/api/v1/${path}`, { headers: auth });
  return listSchema.parse(await answer.json()).data;
}

async function stormRows(app: OwnApp): Promise<Row[]> {
  const rows = [...(await read(app, "invitations?limit=200")), ...(await read(app, "api-keys?limit=200"))];
  return rows.map(({ id, name, email }) => ({ id, name: email ?? name ?? "" })).filter(({ name }) => /^storm/i.test(name));
}

async function expectWholeWrites(app: OwnApp, acknowledged: Map<string, string>): Promise<Row[]> {
  const rows = await stormRows(app);
  const byName = new Map(rows.map((row) => [row.name, row.id]));
  expect(byName.size, "no name twice").toBe(rows.length);
  for (const [name, id] of acknowledged) expect(byName.get(name), `${name} was acknowledged`).toBe(id);
  const logged = [
    ...(await read(app, "audit?limit=200&action=invitation.sent")),
    ...(await read(app, "audit?limit=200&action=api-key.created")),
  ];
  const ids = new Set(rows.map((row) => row.id));
  const seeds = new Set([...(await read(app, "invitations?limit=200")), ...(await read(app, "api-keys?limit=200"))].map((row) => row.id));
  const subjects = logged.map((entry) => entry.subjectId ?? "").filter((id) => ids.has(id) || (!seeds.has(id) && /^(inv|key)_01/.test(id)));
  expect(subjects.toSorted(), "one audit row for each row, and no other").toEqual([...ids].toSorted());
  return rows;
}

test("a server killed in the middle of writing keeps what it promised and finishes what it began", async ({ playwright }) => {
  const app = await startOwnApp();
  try {
    const acknowledged = await writeUntilKilled(app);
    expect(acknowledged.size).toBeGreaterThanOrEqual(killAfterAnswers);
    expect(acknowledged.size, "the server died before it was done").toBeLessThan(writes.length);
    await letAMinutePass(app);
    await app.start();
    await expectWholeWrites(app, acknowledged);

    for (const write of writes) {
      const again = await send(app, write);
      expect([201, 409], write.name).toContain(again.status);
      const known = acknowledged.get(write.name);
      if (known === undefined && again.status === 201) acknowledged.set(write.name, idSchema.parse(await again.json()).id);
      else if (known !== undefined) expect(idSchema.parse(await again.json()).id, `${write.name} is answered as before`).toBe(known);
    }
    const rows = await expectWholeWrites(app, acknowledged);

    const mails = createMailbox(await newBrowserlessClient(playwright), app.simulatorUrl);
    const owner = await enter(playwright, "owner@demo.test", "entrepot-demo", "owner", app.url);
    const unsent = async () => {
      await app.tick();
      const sent = await Promise.all(rows.filter((row) => row.name.includes("@")).map(async (row) => (await mails.allTo(row.name)).length));
      return sent.filter((count) => count === 0).length;
    };
    await expect.poll(unsent, { message: "invitations without a mail", timeout: 60_000 }).toBe(0);
    const keys = rows.filter((row) => !row.name.includes("@")).map((row) => row.name);
    const told = async () => {
      const answer = await owner.http.get("/api/v1/notifications?limit=200");
      const { data } = z.object({ data: z.array(z.object({ data: z.record(z.string(), z.string()) })) }).parse(await answer.json());
      return data.map((notice) => notice.data["name"] ?? "").filter((name) => name.startsWith("Storm"));
    };
    await expect.poll(async () => (await told()).length, { message: "one notification a key", timeout: 60_000 }).toBe(keys.length);
    expect((await told()).toSorted()).toEqual(keys.toSorted());
    await owner.http.dispose();

    await expect.poll(() => eventsThatWait(app), { message: "events that never left", timeout: 60_000 }).toBe(0);
  } finally {
    await app.dispose();
  }
});
