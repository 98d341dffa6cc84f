import { describe, expect, test } from "vitest";
import { checkDependencies } from "./check-dependencies.ts";
import { checkDocPaths } from "./check-doc-paths.ts";
import { checkEnvironments } from "./check-environments.ts";
import { checkRooms } from "./check-rooms.ts";

describe("documents name only files that exist", () => {
  const known = new Set(["app/routes.ts", "docs/operations.md", "wrangler.toml", "docs/decisions/0001-one-worker.md"]);
  const messages = (text: string, path = "docs/architecture.md") =>
    checkDocPaths(path, text, (candidate) => known.has(candidate)).map((problem) => problem.message);

  test("a missing path in code or a link is refused", () => {
    expect(messages("See `app/gone.ts` and [this](gone.md), in `gone.toml`.")).toEqual([
      "app/gone.ts does not exist",
      "gone.toml does not exist",
      "docs/gone.md does not exist",
    ]);
    expect(messages("[up](../GONE.md)")).toEqual(["GONE.md does not exist"]);
  });

  test("paths that exist, patterns, addresses, code blocks and words are fine", () => {
    expect(messages("`app/routes.ts` `app/domain/<area>/` `party/*/protocol.ts` `npm run check` `text/html` `wrangler.toml`")).toEqual([]);
    expect(
      messages("[a](https://example.test/app/gone.ts) [b](#here) [c](operations.md#health) [d](decisions/0001-one-worker.md)"),
    ).toEqual([]);
    expect(messages("```\n`app/gone.ts`\n```")).toEqual([]);
  });
});

const room = { name: "WORKSPACE_LIVE", class: "WorkspaceLiveRoom" };

describe("the rooms' manifest equals what runs", () => {
  const binding = (table: string) => `[[${table}durable_objects.bindings]]\nname = "${room.name}"\nclass_name = "${room.class}"\n`;
  const sources = {
    manifest: '{"parties":{"workspace-live":"party/workspace-live/room.server.ts"}}',
    roomMap:
      'export const publicRooms = { "workspace-live": (env: Env) => env.WORKSPACE_LIVE } as const satisfies Record<string, unknown>;',
    wrangler: binding("") + binding("env.staging.") + binding("env.production."),
    protocols: [{ path: "party/workspace-live/protocol.ts", text: 'export const party = "workspace-live" as const;' }],
    exists: (path: string) => path === "party/workspace-live/room.server.ts",
  };

  test("equal sources are fine", () => {
    expect(checkRooms(sources)).toEqual([]);
  });

  test.each([
    ["a room published but not in the manifest", { roomMap: sources.roomMap.replace("{ ", "{ limiter: 1, ") }],
    ["a room in the manifest but not published", { roomMap: "export const publicRooms = {};" }],
    ["an environment without the binding", { wrangler: binding("") + binding("env.staging.") + "[env.production]\n" }],
    ["a client that asks for another name", { protocols: [{ path: "party/x/protocol.ts", text: 'export const party = "other";' }] }],
    ["a protocol without a name", { protocols: [...sources.protocols, { path: "party/x/protocol.ts", text: "export {};" }] }],
    ["a main file that is gone", { exists: () => false }],
  ])("%s is refused", (_name, change) => {
    expect(checkRooms({ ...sources, ...change }).length).toBeGreaterThan(0);
  });
});

describe("every environment has what the local one has", () => {
  const block = (prefix: string, suffix: string, vars: string) => `
[${prefix}vars]
${vars}
[[${prefix}kv_namespaces]]
binding = "KV"
id = "kv${suffix}"
[[${prefix}queues.producers]]
binding = "EXPORT_QUEUE"
queue = "export${suffix}"
[[${prefix}queues.consumers]]
queue = "export${suffix}"
dead_letter_queue = "export${suffix}-dead-letters"
[[${prefix}queues.consumers]]
queue = "export${suffix}-dead-letters"
`;
  const remote = (name: string) => block(`env.${name}.`, `-${name}`, `ENVIRONMENT = "${name}"\nPUBLIC_URL = "https://${name}.example"`);
  const config = block("", "", 'ENVIRONMENT = "local"\nPUBLIC_URL = "http://127.0.0.1"') + remote("staging") + remote("production");
  const messages = (text: string) => checkEnvironments(text).map((problem) => problem.message);

  test("equal environments are fine", () => {
    expect(messages(config)).toEqual([]);
  });

  test.each([
    [
      "a missing binding",
      config.replace('binding = "KV"\nid = "kv-staging"', 'binding = "OTHER"\nid = "kv-staging"'),
      "lacks kv_namespaces KV",
    ],
    ["a missing variable", config.replace('PUBLIC_URL = "https://staging.example"', ""), "lacks var PUBLIC_URL"],
    ["an environment under a wrong name", config.replace('ENVIRONMENT = "production"', 'ENVIRONMENT = "staging"'), "ENVIRONMENT must be"],
    ["an address without TLS", config.replace("https://production", "http://production"), "https address"],
    ["two environments on one store", config.replace("kv-production", "kv-staging"), "share kv-staging"],
    ["a queue without a dead-letter queue", config.replace('dead_letter_queue = "export-dead-letters"', ""), "no dead-letter queue"],
    ["dead letters that nobody reads", config.replace('queue = "export-dead-letters"\n\n', 'queue = "other"\n\n'), "nobody reads"],
    ["a missing environment", config.slice(0, config.indexOf("[env.production.vars]")), "[env.production] is missing"],
  ])("%s is refused", (_name, text, message) => {
    expect(messages(text).join("\n")).toContain(message);
  });
});

test("a package without a reason, or a reason without a package, is refused", () => {
  const manifest = JSON.stringify({ dependencies: { react: "19" }, devDependencies: { knip: "6" } });
  expect(checkDependencies(manifest, "- `react` — pages\n- `knip` — unused code\n")).toEqual([]);
  expect(checkDependencies(manifest, "- `react` — pages\n- `left-pad` — padding\n").map((problem) => problem.message)).toEqual([
    "knip has no line that says why it is here",
    "left-pad is explained but no longer a dependency",
  ]);
});
