import { expect } from "@playwright/test";
import { z } from "zod";
import { actions } from "#app/domain/accounts/permissions.ts";
import { startKeyAdder } from "#e2e/fixtures/mcp/key-adder.ts";
import { runSuite, scenariosOf } from "#e2e/fixtures/mcp/run-suite.ts";
import { startConformanceServer } from "#e2e/fixtures/mcp/start-conformance-server.ts";
import { test } from "#e2e/fixtures/test.ts";
import { readSettings } from "#scripts/dev/settings.ts";

// Each of its checks would be a step of the recording.
test.use({ trace: "off" });

const fixtures = "e2e/fixtures/mcp";
/** What a revision asks for, as the suite itself has written it down; some of it is run and does not count. */
const required = { "2026-07-28": 37, "2025-11-25": 30 };
/** Named in the suite as an extension or as not yet decided. */
const uncounted = /^(tasks-|json-schema-2020-12$|http-|server-session-lifecycle$|server-sse-polling$)/;

test("the official suite finds nothing wrong with the newer revision", async () => {
  await using server = await startConformanceServer();
  const run = await runSuite({ url: server.url, args: ["--requirements", "2026-07-28"] });
  const counted = [...scenariosOf(run)].filter(([name]) => !uncounted.test(name));
  expect(counted.filter(([, isPassed]) => !isPassed)).toEqual([]);
  expect(counted).toHaveLength(required["2026-07-28"]);
  expect(run.code, run.text.slice(-2_000)).toBe(0);
});

test("and nothing wrong with the older one, sessions and questions to the client included", async () => {
  await using server = await startConformanceServer();
  const run = await runSuite({ url: server.url, args: ["--requirements", "2025-11-25"] });
  const counted = [...scenariosOf(run)].filter(([name]) => !uncounted.test(name));
  expect(counted.filter(([, isPassed]) => !isPassed)).toEqual([]);
  expect(counted).toHaveLength(required["2025-11-25"]);
  expect(run.code, run.text.slice(-2_000)).toBe(0);
});

test("the product's own endpoint passes all that asks for none of the suite's own things", async ({ newWorkspace }) => {
  const { owner } = await newWorkspace();
  const product = { title: "Chaleira elétrica", variants: [{ sku: "KET-1" }] };
  expect((await owner.http.post("/api/v1/products", { data: product })).status()).toBe(201);
  const made = await owner.http.post("/api/v1/api-keys", { data: { name: "Suite", scopes: actions } });
  const { key } = z.object({ key: z.string() }).parse(await made.json());
  await using adder = await startKeyAdder(new URL(readSettings().appUrl), key);
  const baseline = ["--expected-failures", `${fixtures}/expected-failures-own-endpoint.yml`];
  const scenarios = ["server-stateless", "tools-list", "http-header-validation", "caching"];
  for (const scenario of [...scenarios, "dns-rebinding-protection", "sep-2164-resource-not-found"]) {
    const args = ["--scenario", scenario, "--spec-version", "2026-07-28", ...(scenario === "server-stateless" ? baseline : [])];
    const run = await runSuite({ url: `${adder.url}/mcp`, args });
    expect(run.code, `${scenario}\n${run.text.slice(-3_000)}`).toBe(0);
    expect(run.text, scenario).toMatch(/Passed: \d+\/\d+/);
  }
});
