import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect } from "@playwright/test";
import { z } from "zod";
import { type Action, readActions } from "#app/domain/accounts/permissions.ts";
import type { Person } from "#e2e/fixtures/people.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

test.use({ trace: "off" });

const eras = [
  { revision: "2025-11-25", mode: "legacy" },
  { revision: "2026-07-28", mode: "auto" },
] as const;
const made = z.object({ id: z.string(), key: z.string() });

async function aKey(owner: Person, scopes: readonly Action[]) {
  return made.parse(await (await owner.http.post("/api/v1/api-keys", { data: { name: "Assistant", scopes } })).json());
}

async function connect(key: string, mode: (typeof eras)[number]["mode"], { asksPeople = false } = {}) {
  const client = new Client(
    { name: "e2e", version: "1.0.0" },
    { versionNegotiation: { mode }, capabilities: asksPeople ? { elicitation: {} } : {} },
  );
  const transport = new StreamableHTTPClientTransport(new URL("/mcp", readSettings().appUrl), {
    requestInit: { headers: { authorization: `Bearer ${key}` } },
  });
  await client.connect(transport);
  return { client, transport };
}

for (const { revision, mode } of eras) {
  test(`a program of the revision ${revision} looks things up, reads resources and takes prompts`, async ({ newWorkspace }) => {
    const { owner } = await newWorkspace();
    const product = { title: "Chaleira elétrica", variants: [{ sku: "KET-1" }] };
    const { id } = z.object({ id: z.string() }).parse(await (await owner.http.post("/api/v1/products", { data: product })).json());
    const { key } = await aKey(owner, readActions);
    const { client, transport } = await connect(key, mode);
    expect(transport.protocolVersion).toBe(revision);
    expect(client.getInstructions()).toContain("approval");
    const { tools } = await client.listTools();
    expect(tools.every(({ annotations }) => annotations?.readOnlyHint === true)).toBe(true);
    // The client holds each answer against the schema it was told.
    const { structuredContent } = await client.callTool({ name: "list_products", arguments: { search: "KET" } });
    expect(structuredContent).toMatchObject({ data: [{ id, title: "Chaleira elétrica" }], nextCursor: null });
    const { resources } = await client.listResources();
    expect(resources.map(({ uri }) => uri)).toEqual([`entrepot://products/${id}`]);
    const { contents } = await client.readResource({ uri: `entrepot://products/${id}` });
    expect(contents).toMatchObject([{ mimeType: "application/json" }]);
    await expect(client.readResource({ uri: "entrepot://products/nobody" })).rejects.toMatchObject({ code: -32602 });
    expect((await client.getPrompt({ name: "restock_plan", arguments: { days: "7" } })).messages).toHaveLength(1);
    expect(await client.callTool({ name: "read_product", arguments: { id: "nobody" } })).toMatchObject({ isError: true });
    await client.close();
  });

  test(`a key that is revoked ends a program of the revision ${revision} with its next request`, async ({ newWorkspace }) => {
    const { owner } = await newWorkspace();
    const { id, key } = await aKey(owner, readActions);
    const { client } = await connect(key, mode);
    await client.listTools();
    expect((await owner.http.delete(`/api/v1/api-keys/${id}`)).status()).toBe(200);
    await expect(client.callTool({ name: "list_products", arguments: {} })).rejects.toThrow();
    await client.close();
  });
}

for (const { revision, mode } of eras) {
  test(`what can be meant in two ways is put to the person behind a program of the revision ${revision}`, async ({ newWorkspace }) => {
    const { owner } = await newWorkspace();
    const { key } = await aKey(owner, readActions);
    const { client, transport } = await connect(key, mode, { asksPeople: true });
    const seen: string[] = [];
    client.setRequestHandler("elicitation/create", ({ params }) => {
      seen.push(params.message);
      return { action: "accept", content: { question: "Page views in the last 30 days" } };
    });
    const ask = () => client.callTool({ name: "ask", arguments: { question: "views last week", locale: "en" } });
    // Both at once: each is asked for itself.
    const [first, second] = await Promise.all([ask(), ask()]);
    expect([first, second]).toMatchObject([
      { structuredContent: { query: { metric: "page-views" } } },
      { structuredContent: { query: { metric: "page-views" } } },
    ]);
    expect(seen).toEqual([expect.stringContaining("more than one way"), expect.stringContaining("more than one way")]);
    expect(transport.sessionId === undefined).toBe(mode === "auto");
    await client.close();
  });
}

test("wrong methods, types, revisions and bodies each get the error that the protocol names", async ({ newWorkspace }) => {
  const { owner } = await newWorkspace();
  const { key } = await aKey(owner, readActions);
  const url = new URL("/mcp", readSettings().appUrl);
  const headers = { authorization: `Bearer ${key}`, accept: "application/json, text/event-stream", "content-type": "application/json" };
  const post = (body: string, more: Record<string, string> = {}) => fetch(url, { method: "POST", headers: { ...headers, ...more }, body });
  const errorOf = async (answer: Response) => [
    answer.status,
    z.object({ error: z.object({ code: z.number() }) }).parse(await answer.json()).error.code,
  ];
  const rpc = (method: string, params: object = {}) => JSON.stringify({ jsonrpc: "2.0", id: 7, method, params });
  const meta = (version: string) => ({
    _meta: { "io.modelcontextprotocol/protocolVersion": version, "io.modelcontextprotocol/clientCapabilities": {} },
  });
  const modern = { "mcp-protocol-version": "2026-07-28" };

  expect((await fetch(url, { headers })).status).toBe(405);
  expect((await fetch(url, { method: "DELETE", headers })).status).toBe(405);
  expect((await post(rpc("tools/list"), { "content-type": "text/plain" })).status).toBe(415);
  expect(await errorOf(await post("{"))).toEqual([400, -32700]);
  expect(await errorOf(await post(rpc("tools/list", meta("2099-01-01")), { "mcp-protocol-version": "2099-01-01" }))).toEqual([400, -32022]);
  const list = rpc("tools/list", meta("2026-07-28"));
  expect(await errorOf(await post(list, { ...modern, "mcp-method": "tools/call" }))).toEqual([400, -32020]);
  expect(await errorOf(await post(rpc("no/such", meta("2026-07-28")), { ...modern, "mcp-method": "no/such" }))).toEqual([404, -32601]);
  expect(await errorOf(await post(rpc("tools/list"), { ...modern, "mcp-method": "tools/list" }))).toEqual([400, -32602]);
  expect((await post(rpc("tools/list", { padding: "x".repeat(1_500_000) }))).status).toBe(413);
  expect((await post(rpc("tools/list", { padding: "x".repeat(2_500_000) }))).status).toBe(413);
  const answer = await post(list, { ...modern, "mcp-method": "tools/list" });
  expect([answer.status, answer.headers.get("x-request-id") !== null]).toEqual([200, true]);
});
