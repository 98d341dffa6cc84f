import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { type Keyring, open, parseKeyring, seal } from "#app/platform/crypto/envelope.server.ts";
import { createMemoryLog } from "#app/platform/logging/logger.ts";
import { recordDeadLetter } from "#db/messages.server.ts";
import { readSealed, replaceSealed, sealedColumns } from "#db/sealed-columns.server.ts";
import { resealSecrets } from "./reseal-secrets.server.ts";

const keyText = (letter: string) => btoa(letter.repeat(32));
const before = parseKeyring(`k1:${keyText("a")}`);
const rotated = parseKeyring(`k2:${keyText("b")},k1:${keyText("a")}`);
const after = parseKeyring(`k2:${keyText("b")}`);
const mailPlace = "mail:wsp_1";
const answerPlace = "answer:wsp_1:order-1";

beforeEach(async () => {
  await env.DB.batch(["outbox", "dead_letters", "idempotency_keys"].map((table) => env.DB.prepare(`delete from ${table}`)));
});

async function putEvent(id: string, event: unknown, dueAt: number | null): Promise<void> {
  await env.DB.prepare("insert into outbox (id, workspace_id, event, created_at, due_at) values (?, 'wsp_1', ?, 1, ?)")
    .bind(id, JSON.stringify(event), dueAt)
    .run();
}

async function putAnswer(body: string): Promise<void> {
  await env.DB.prepare(
    `insert into idempotency_keys (workspace_id, key, fingerprint, lease_until, status, body, created_at)
     values ('wsp_1', 'order-1', 'f', 0, 200, ?, 1)`,
  )
    .bind(body)
    .run();
}

async function putSecrets(): Promise<void> {
  const sealedMail = () => seal(before, "a mail", mailPlace);
  const event = async () => ({ type: "mail.requested", sealedMail: await sealedMail() });
  const message = { v: 1, key: "evt_1", workspaceId: "wsp_1", event: await event() };
  const letter = { workspaceId: "wsp_1", queue: "processing", reason: "gone", createdAt: 1 };
  await putEvent("evt_waiting", await event(), 5);
  await putEvent("evt_redriven", { type: "dead-letter.redriven", queue: "processing", body: JSON.stringify(message) }, 5);
  await recordDeadLetter(env.DB, { ...letter, id: "dlq_1", body: JSON.stringify(message) });
  await putAnswer(await seal(before, "an answer", answerPlace));
}

async function secretsWith(keyring: Keyring): Promise<string[]> {
  const texts: string[] = [];
  for (const column of sealedColumns) {
    for await (const rows of readSealed(env.DB, column)) {
      for (const { text, place } of rows) {
        const envelope = /v1\.[\w.-]+/.exec(text)?.[0] ?? "";
        texts.push(await open(keyring, envelope, place));
      }
    }
  }
  return texts;
}

const all = ["a mail", "a mail", "a mail", "an answer"];

test("what the old key sealed opens after a new key was put in front, and after the job without the old one", async () => {
  await putSecrets();
  expect(await secretsWith(rotated)).toEqual(all);
  await expect(secretsWith(after)).rejects.toThrow("No key with the id k1");
  const log = createMemoryLog();
  await resealSecrets({ d1: env.DB, keyring: rotated, logger: log });
  expect(await secretsWith(after)).toEqual(all);
  expect(log.events).toMatchObject([{ event: "secrets.rotated", keyId: "k2", count: 4 }]);
});

test("a second run finds nothing to do", async () => {
  await putSecrets();
  await resealSecrets({ d1: env.DB, keyring: rotated, logger: createMemoryLog() });
  const log = createMemoryLog();
  await resealSecrets({ d1: env.DB, keyring: rotated, logger: log });
  expect(log.events).toMatchObject([{ event: "secrets.rotated", count: 0 }]);
});

test("more rows than one page are all sealed anew", async () => {
  const event = { type: "mail.requested", sealedMail: await seal(before, "a mail", mailPlace) };
  for (let index = 0; index < 230; index += 1) await putEvent(`evt_${index}`, event, 5);
  await resealSecrets({ d1: env.DB, keyring: rotated, logger: createMemoryLog() });
  expect(await secretsWith(after)).toHaveLength(230);
});

test("a row that changed after it was read is left alone", async () => {
  await putAnswer(await seal(before, "an answer", answerPlace));
  const column = sealedColumns.find(({ name }) => name === "idempotency_keys.body");
  if (column === undefined) throw new Error("the column is not listed");
  const [row] = (await readSealed(env.DB, column).next()).value ?? [];
  if (row === undefined) throw new Error("the row was not found");
  await env.DB.prepare("update idempotency_keys set body = 'newer'").run();
  expect(await replaceSealed(env.DB, column, [{ row, text: "older" }])).toBe(0);
  expect(await env.DB.prepare("select body from idempotency_keys").first("body")).toBe("newer");
});

test("a row that cannot be opened is said and does not keep the others from the new key", async () => {
  const foreign = { type: "mail.requested", sealedMail: await seal(before, "a mail", "mail:wsp_other") };
  await putEvent("evt_foreign", foreign, 5);
  await putAnswer(await seal(before, "an answer", answerPlace));
  const log = createMemoryLog();
  await resealSecrets({ d1: env.DB, keyring: rotated, logger: log });
  expect(log.events.map(({ event }) => event)).toEqual(["unexpected.error", "secrets.rotated"]);
  expect(await open(after, (await env.DB.prepare("select body from idempotency_keys").first<string>("body")) ?? "", answerPlace)).toBe(
    "an answer",
  );
  expect(await env.DB.prepare("select event from outbox").first("event")).toBe(JSON.stringify(foreign));
});

test("delivered mails are not sealed anew", async () => {
  const event = { type: "mail.requested", sealedMail: await seal(before, "a mail", mailPlace) };
  await putEvent("evt_delivered", event, null);
  await resealSecrets({ d1: env.DB, keyring: rotated, logger: createMemoryLog() });
  expect(await env.DB.prepare("select event from outbox").first("event")).toBe(JSON.stringify(event));
});
