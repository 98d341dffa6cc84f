import { SendMessageRequest, type StreamResponse, TaskState } from "@a2a-js/sdk";
import { type Client, ClientFactory, JsonRpcTransportFactory } from "@a2a-js/sdk/client";
import { expect } from "@playwright/test";
import { z } from "zod";
import { readSettings } from "#scripts/dev/settings.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";

const keySchema = z.object({ id: z.string(), key: z.string() });
const cardSchema = z.object({
  name: z.literal("Entrepot"),
  supportedInterfaces: z.array(z.object({ url: z.url(), protocolBinding: z.literal("JSONRPC"), protocolVersion: z.literal("1.0") })),
  capabilities: z.object({ streaming: z.literal(true), pushNotifications: z.literal(true), extendedAgentCard: z.literal(true) }),
  skills: z.array(z.object({ id: z.string(), tags: z.array(z.string()).min(1) })).length(4),
});

async function keyOf({ http }: Person, scopes: string[]): Promise<string> {
  const made = await http.post("/api/v1/api-keys", { data: { name: "Another agent", scopes } });
  return keySchema.parse(await made.json()).key;
}

/** The kit's own client, from the card on. */
function speaker(key: string): Promise<Client> {
  const fetchImpl: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...Object.fromEntries(new Headers(init?.headers)), authorization: `Bearer ${key}` } });
  return new ClientFactory({ transports: [new JsonRpcTransportFactory({ fetchImpl })] }).createFromUrl(readSettings().appUrl);
}

const asked = (messageId: string, text: string, more: object = {}) =>
  SendMessageRequest.fromJSON({ message: { messageId, role: "ROLE_USER", parts: [{ text }], ...more } });

test("anybody may read the card, and need not read it again", async ({ request }) => {
  const answer = await request.get("/.well-known/agent-card.json");
  expect(cardSchema.parse(await answer.json()).supportedInterfaces[0]?.url).toBe(`${readSettings().appUrl}/a2a`);
  const { etag = "", "cache-control": cacheControl } = answer.headers();
  expect(cacheControl).toContain("max-age=");
  expect((await request.get("/.well-known/agent-card.json", { headers: { "if-none-match": etag } })).status()).toBe(304);
});

test("another agent finds this one by its card, asks, follows, goes on, cancels and lists, and the team sees it", async ({
  newWorkspace,
  openAs,
}) => {
  const { owner } = await newWorkspace();
  const key = await keyOf(owner, ["chat:read", "orders:read", "channels:read", "selling:read", "catalog:read"]);
  const client = await speaker(key);
  const events: StreamResponse[] = [];
  for await (const event of client.sendMessageStream(asked("q1", "How many orders in the last 30 days?", { contextId: "talk" })))
    events.push(event);
  expect(events[0]?.payload?.$case).toBe("task");
  const last = events.at(-1)?.payload;
  expect(last?.$case === "statusUpdate" ? last.value.status?.state : undefined).toBe(TaskState.TASK_STATE_COMPLETED);
  const unclear = await client.sendMessage(asked("q2", "flurb the wobbles"));
  if (!("status" in unclear)) throw new Error("a task was expected");
  const list = await client.listTasks({
    tenant: "",
    contextId: "",
    status: TaskState.TASK_STATE_UNSPECIFIED,
    pageToken: "",
    statusTimestampAfter: undefined,
  });
  expect(list.totalSize).toBe(2);
  const hook = await client.createTaskPushNotificationConfig({
    tenant: "",
    id: "mine",
    taskId: unclear.id,
    url: "https://example.com/hook",
    token: "secret-token",
    authentication: undefined,
  });
  expect(hook).toMatchObject({ id: "mine", taskId: unclear.id, token: "" });
  if (unclear.status?.state === TaskState.TASK_STATE_INPUT_REQUIRED) await client.cancelTask({ tenant: "", id: unclear.id, metadata: {} });
  const stranger = await speaker(await keyOf(owner, ["chat:read"]));
  await expect(stranger.getTask({ tenant: "", id: unclear.id })).rejects.toThrow("This task does not exist.");

  const page = await openAs(owner);
  await page.goto("/delegations");
  await expect(page.getByRole("link", { name: "How many orders in the last 30 days?" })).toBeVisible();
  await page.getByRole("link", { name: "How many orders in the last 30 days?" }).click();
  await expect(page.getByRole("heading", { name: "What was handed over" })).toBeVisible();
});

test("who shows no key, or names no version, is told in the protocol's own words", async ({ request, newWorkspace }) => {
  const body = { jsonrpc: "2.0", id: 7, method: "GetTask", params: { id: "x" } };
  const nobody = await request.post("/a2a", { data: body, headers: { "a2a-version": "1.0" } });
  expect(nobody.status()).toBe(401);
  expect(nobody.headers()["www-authenticate"]).toContain("Bearer");
  const { owner } = await newWorkspace();
  const headers = { authorization: `Bearer ${await keyOf(owner, ["chat:read"])}` };
  const old = await request.post("/a2a", { data: body, headers });
  expect(await old.json()).toMatchObject({
    id: 7,
    error: { code: -32009, data: [{ reason: "VERSION_NOT_SUPPORTED", domain: "a2a-protocol.org" }] },
  });
  expect(old.headers()["x-request-id"]).toBeTruthy();
  expect((await request.get("/a2a", { headers })).status()).toBe(405);
});
