import { env } from "cloudflare:workers";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { z } from "zod";
import { type Action, actions, readActions } from "#app/domain/accounts/permissions.ts";
import { approvals } from "#db/schema/approvals.ts";
import { auditLog } from "#db/schema/audit.ts";
import { listings } from "#db/schema/catalog.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace } from "#db/testing/world.ts";
import { mcpToolsFor } from "./mcp-tools.server.ts";
import { aKey, assistantCaller } from "./testing/assistant-caller.ts";

/** Everything there is, in the order a key with all scopes sees it. */
const assistantTools = mcpToolsFor({ actor: { kind: "mcpClient", clientId: "all", name: "All", scopes: actions } });

const toolList = z.object({
  tools: z.array(
    z.object({
      name: z.string(),
      inputSchema: z.looseObject({ type: z.literal("object") }),
      outputSchema: z.looseObject({ type: z.literal("object") }),
      annotations: z.object({ readOnlyHint: z.boolean(), destructiveHint: z.boolean(), idempotentHint: z.boolean() }),
    }),
  ),
});

async function anAssistant(scopes: readonly Action[] = actions) {
  const stage = createStage();
  const home = await aWorkspace();
  return { stage, home, ...assistantCaller(stage, await aKey(home, scopes)) };
}

const names = (result: unknown) => toolList.parse(result).tools.map(({ name }) => name);

/** How each tool that reads one thing is asked for a thing of the workspace. */
const readable: Record<string, (home: TestWorkspace) => Record<string, unknown>> = {
  read_product: ({ shop }) => ({ id: shop.productId }),
  read_listing: ({ shop }) => ({ id: shop.listingId }),
  read_order: ({ shop }) => ({ id: shop.orderId }),
  read_recommendation: ({ shop }) => ({ id: shop.adviceId }),
  read_zone: ({ shop }) => ({ zoneId: shop.zoneId }),
  read_report: ({ shop }) => ({ id: shop.reportId }),
  read_interaction: ({ shop }) => ({ id: shop.interactionId }),
  read_pattern: ({ shop }) => ({ id: shop.patternId }),
  read_site_statistics: ({ shop }) => ({ siteId: shop.siteId }),
  read_approval: ({ shop }) => ({ id: shop.approvalId }),
};
/** What a question is asked with. */
const asked: Record<string, Record<string, unknown>> = {
  search_interactions: { text: "kettle" },
  query_metrics: { metric: "gmv", by: ["channel"] },
  explain_change: { metric: "orders" },
  find_entity: { text: "Chaleira" },
  ask: { question: "orders by channel" },
};

test("who has no key is told how to send one, and who has a wrong one that it is wrong", async () => {
  const stage = createStage();
  const [without, wrong] = [assistantCaller(stage, null), assistantCaller(stage, "ek_local_wrong")];
  const answers = await Promise.all([without.post({}), wrong.post({})]);
  expect(answers.map(({ status }) => status)).toEqual([401, 401]);
  expect(answers.map(({ headers }) => headers.get("www-authenticate"))).toEqual([
    'Bearer realm="entrepot"',
    'Bearer realm="entrepot", error="invalid_token"',
  ]);
});

test("a key may come in its own header too, and one that was revoked opens nothing any more", async () => {
  const stage = createStage();
  const home = await aWorkspace();
  const key = await aKey(home, readActions);
  const { post } = assistantCaller(stage, null);
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  expect((await post(list, { "x-api-key": key })).status).toBe(200);
  await env.DB.prepare("update api_keys set revoked_at = 1 where workspace_id = ?").bind(home.id).run();
  await stage.deps.accessGate.changed(home.id);
  expect((await post(list, { "x-api-key": key })).status).toBe(401);
});

test("neither another site's page nor another host name is let in, whatever key comes with it", async () => {
  const { post } = await anAssistant();
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  expect((await post(list, { origin: "https://evil.example" })).status).toBe(403);
  expect((await post(list, { origin: "null" })).status).toBe(403);
  expect((await post(list, {}, "http://evil.example/mcp")).status).toBe(403);
  expect((await post(list, { origin: "http://127.0.0.1" })).status).toBe(200);
});

test("a key sees the tools of its scopes and no others, always in the same order", async () => {
  const { ask } = await anAssistant(["catalog:read", "orders:read"]);
  const first = await ask("tools/list");
  expect(names(first.result)).toEqual(["list_products", "read_product", "list_listings", "read_listing", "list_orders", "read_order"]);
  expect(await ask("tools/list")).toEqual(first);
  const other = await anAssistant(["catalog:read", "chat:write"]);
  expect(names((await other.ask("tools/list")).result)).toEqual([
    "list_products",
    "read_product",
    "list_listings",
    "read_listing",
    "change_price",
    "pause_listing",
    "resume_listing",
    "set_listing_stock",
  ]);
});

test("a tool that is not there for a key cannot be called by it", async () => {
  const { call } = await anAssistant(["catalog:read"]);
  expect(await call("list_orders")).toMatchObject({ error: { code: -32602 } });
  expect(await call("no_such_tool")).toMatchObject({ error: { code: -32602 } });
});

test("every tool says what it takes, gives and may do", async () => {
  const { ask } = await anAssistant();
  const { tools } = toolList.parse((await ask("tools/list")).result);
  expect(tools.map(({ name }) => name)).toEqual(assistantTools.map(({ name }) => name));
  expect(new Set(tools.map(({ name }) => name)).size).toBe(tools.length);
  for (const { name, annotations } of tools) {
    const { effect } = assistantTools.find((tool) => tool.name === name) ?? {};
    expect(annotations, name).toMatchObject({ readOnlyHint: effect === "read", destructiveHint: effect === "destructive" });
  }
});

const readTools = assistantTools.filter(({ effect }) => effect === "read");

test.each(readTools.map(({ name }) => name))("%s answers what its schema says, of its own workspace", async (name) => {
  const { home, call } = await anAssistant();
  const { result } = await call(name, readable[name]?.(home) ?? asked[name] ?? {});
  expect(result?.isError, JSON.stringify(result)).toBeUndefined();
  const tool = assistantTools.find((one) => one.name === name);
  expect(tool?.output.safeParse(result?.structuredContent).success).toBe(true);
  expect(JSON.parse(result?.content?.[0]?.text ?? "")).toEqual(result?.structuredContent);
});

test.each(Object.keys(readable))("%s knows nothing of another workspace's things", async (name) => {
  const { call } = await anAssistant();
  const other = await aWorkspace();
  const { result } = await call(name, readable[name]?.(other) ?? {});
  expect(result).toMatchObject({ isError: true });
  expect(result?.content?.[0]?.text).toMatch(/does not exist|not found|no such/i);
});

test("a question that nobody can understand is refused in words, and is no fault", async () => {
  const { call } = await anAssistant(readActions);
  const { result } = await call("ask", { question: "xyzzy plugh qwerty" });
  expect(result).toMatchObject({ isError: true });
  expect(result?.content?.[0]?.text).toMatch(/^[A-Z].{10}/);
});

test("a whole question is answered with what it was understood as and its numbers", async () => {
  const { call } = await anAssistant(readActions);
  const { result } = await call("ask", { question: "GMV por canal nos últimos 30 dias" });
  expect(result?.isError, JSON.stringify(result)).toBeUndefined();
  expect(result?.structuredContent).toMatchObject({ query: { type: "metric", metric: "gmv", by: ["channel"] }, source: "rules" });
});

const hostile: unknown[] = [null, 1, "x".repeat(20_000), "'; drop table users; --", { $ne: null }, ["a"], "‮", -1, 1e300];

test.each(assistantTools.map(({ name }) => name))("%s refuses what it cannot read with a plain reason", async (name) => {
  const { call } = await anAssistant();
  const tool = assistantTools.find((one) => one.name === name);
  for (const field of [...Object.keys(tool?.input.shape ?? {}), "noSuchField", "__proto__"]) {
    for (const value of hostile) {
      const { result, error } = await call(name, JSON.parse(JSON.stringify({ [field]: value })) as Record<string, unknown>);
      expect(error).toBeUndefined();
      expect(JSON.stringify(result)).not.toMatch(/ZodError|SQLITE|D1_ERROR|node_modules|\bat .*\.ts:\d/);
    }
  }
  const { result } = await call(name, { noSuchField: 1 });
  expect(result).toMatchObject({ isError: true });
  expect(result?.content?.[0]?.text).toContain("noSuchField");
});

test("what buyers would see is not done but asked for, and says who decides where", async () => {
  const { stage, home, call } = await anAssistant(["catalog:read", "chat:read", "chat:write"]);
  const { result } = await call("change_price", { listingId: home.shop.listingId, priceCents: 12_345 });
  const shown = z.object({ approvalId: z.string(), effects: z.array(z.string()), decideAt: z.string() }).parse(result?.structuredContent);
  expect(shown.effects).toHaveLength(1);
  expect(shown.effects[0]).toContain("123.45");
  expect(shown.decideAt).toBe(`${stage.deps.config.publicUrl}/approvals`);
  const owner = stage.as(home, { role: "owner" });
  const listing = await owner.db.first(listings, eq(listings.id, home.shop.listingId));
  expect(listing?.priceCents).not.toBe(12_345);
  expect(await owner.db.first(approvals, eq(approvals.id, shown.approvalId))).toMatchObject({
    tool: "change_price",
    scope: "catalog:write",
    state: "waiting",
    sourceKind: "mcp",
    askedByKind: "mcpClient",
    isDestructive: true,
  });
  expect(await call("read_approval", { id: shown.approvalId })).toMatchObject({ result: { structuredContent: { state: "waiting" } } });
});

test("what people inside see is done at once, by an assistant and not by a person, as the log says", async () => {
  const { stage, home, call } = await anAssistant();
  expect(await call("watch_trend", { id: home.shop.trendId })).toMatchObject({ result: { structuredContent: { state: "watched" } } });
  const lines = await stage.as(home, { role: "owner" }).db.all(auditLog, { where: eq(auditLog.action, "trend.watched") });
  expect(lines).toMatchObject([{ actorKind: "mcpClient", actorLabel: "Helper" }]);
});

test("resources are listed page by page, each once, and each can be read", async () => {
  const { ask } = await anAssistant();
  const page = z.object({ resources: z.array(z.object({ uri: z.string(), name: z.string() })), nextCursor: z.string().optional() });
  const uris: string[] = [];
  let cursor: string | undefined;
  do {
    const { resources, nextCursor } = page.parse((await ask("resources/list", cursor === undefined ? {} : { cursor })).result);
    uris.push(...resources.map(({ uri }) => uri));
    cursor = nextCursor;
  } while (cursor !== undefined);
  expect(new Set(uris).size).toBe(uris.length);
  expect(new Set(uris.map((uri) => uri.split("/")[2]))).toEqual(new Set(["products", "interactions", "patterns", "reports"]));
  for (const uri of uris)
    expect(await ask("resources/read", { uri })).toMatchObject({ result: { contents: [{ uri, mimeType: "application/json" }] } });
});

test("an address where nothing is, or nothing of the caller's, is answered the same: not found", async () => {
  const { ask } = await anAssistant(["catalog:read"]);
  const other = await aWorkspace();
  for (const uri of [
    "entrepot://products/nobody",
    `entrepot://products/${other.shop.productId}`,
    `entrepot://patterns/${other.shop.patternId}`,
    "entrepot://products/%E0%A4%A",
    "entrepot://secrets/1",
    "file:///etc/passwd",
    "javascript:alert(1)",
  ]) {
    expect((await ask("resources/read", { uri })).error, uri).toMatchObject({ code: -32602, data: { uri } });
  }
  expect((await ask("resources/list", { cursor: "x" })).error).toMatchObject({ code: -32602 });
  expect((await ask("tools/list", { cursor: "WzAuNV0" })).error).toMatchObject({ code: -32602 });
});

test("prompts carry what was filled in, ask for what is missing, and complete what is half typed", async () => {
  const { ask } = await anAssistant();
  const { result } = await ask("prompts/list");
  expect(z.object({ prompts: z.array(z.object({ name: z.string() })) }).parse(result).prompts).toHaveLength(5);
  const filled = await ask("prompts/get", { name: "explain_number", arguments: { metric: "gmv" } });
  expect(JSON.stringify(filled.result)).toContain("Why did gmv change");
  expect((await ask("prompts/get", { name: "explain_number" })).error).toMatchObject({ code: -32602 });
  expect((await ask("prompts/get", { name: "nothing" })).error).toMatchObject({ code: -32602 });
  const complete = (argument: object) => ask("completion/complete", { ref: { type: "ref/prompt", name: "explain_number" }, argument });
  expect(await complete({ name: "metric", value: "cancel" })).toMatchObject({
    result: { completion: { values: ["cancelled-orders", "cancelled-value", "cancellation-rate"] } },
  });
  expect(await complete({ name: "nothing", value: "x" })).toMatchObject({ result: { completion: { values: [] } } });
});

test("a fault of ours is answered with its number and nothing of its inside", async () => {
  const home = await aWorkspace();
  const stage = createStage({ database: failingAt("trends") });
  const { call } = assistantCaller(stage, await aKey(home, actions));
  const { error } = await call("list_trends");
  expect(error).toMatchObject({ code: -32603, message: "This failed on our side." });
  expect(z.object({ requestId: z.string() }).safeParse(error?.data).success).toBe(true);
  expect(JSON.stringify(error)).not.toContain("disk");
  expect(stage.log.events).toMatchObject([{ event: "unexpected.error", where: "/mcp" }]);
});

/** The database, out of order wherever it is asked for this table. */
function failingAt(table: string): D1Database {
  return new Proxy(env.DB, {
    get(database, name) {
      if (name !== "prepare") return Reflect.get(database, name) as unknown;
      return (sql: string) => {
        if (sql.includes(`"${table}"`)) throw new Error("the disk is on fire");
        return database.prepare(sql);
      };
    },
  });
}
