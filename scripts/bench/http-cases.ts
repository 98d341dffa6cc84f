import { callers, type World, writerKey } from "./bench-world.ts";
import { type Load, type LoadResult, requestBytes, runLoad } from "./load.ts";
import type { Result } from "./result.ts";
import { median, round } from "./statistics.ts";

const rounds = 3;
const helloMs = 1_000;
const caseMs = 2_000;

type HttpCase = (world: World) => Load;

/** A bare Worker that reads one row by its key: no page or call that asks the database can be cheaper. */
function oneRead({ readUrl }: World): Load {
  const request = requestBytes(readUrl, "/");
  return { url: readUrl, connections: callers, status: 200, request: () => request };
}

/** A key, its workspace and its maker, read from the database in one query. */
function apiRead({ appUrl }: World): Load {
  const request = requestBytes(appUrl, "/api/v1/me", { authorization: "Bearer ek_local_demo_owner" });
  return { url: appUrl, connections: callers, status: 200, request: () => request };
}

/** A tool called by an assistant with a key: the protocol, the key, the tool and its answer held to its schema. */
function mcpCall(name: string, input: object): HttpCase {
  const revision = "2026-07-28";
  const meta = { "io.modelcontextprotocol/protocolVersion": revision, "io.modelcontextprotocol/clientCapabilities": {} };
  const headers = {
    authorization: "Bearer ek_local_demo_owner",
    accept: "application/json, text/event-stream",
    "mcp-protocol-version": revision,
    "mcp-method": "tools/call",
    "mcp-name": name,
  };
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name, arguments: input, _meta: meta } });
  return ({ appUrl }) => {
    const request = requestBytes(appUrl, "/mcp", headers, body, "POST");
    return { url: appUrl, connections: callers, status: 200, request: () => request };
  };
}

/** Settings saved with the version that was read: the row, its audit entry and its event in one batch, and the team's room told. */
function apiWrite({ appUrl }: World): Load {
  return {
    url: appUrl,
    connections: callers,
    status: 200,
    request: (caller) => {
      const version = (versions.get(caller) ?? 0) + 1;
      versions.set(caller, version);
      const body = { name: `Bench ${version}`, timeZone: "America/Sao_Paulo", currency: "BRL", locale: "pt-BR", version };
      return requestBytes(appUrl, "/api/v1/workspace", { authorization: `Bearer ${writerKey(caller)}` }, JSON.stringify(body));
    },
  };
}

/** Each caller is the only one who writes to its workspace, so the next version is known. */
const versions = new Map<number, number>();

function ssrOverview({ appUrl, cookies }: World): Load {
  const requests = cookies.map((cookie) => requestBytes(appUrl, "/overview", { cookie }));
  const first = requestBytes(appUrl, "/overview");
  return { url: appUrl, connections: callers, status: 200, request: (caller) => requests[caller % requests.length] ?? first };
}

export const httpCases: Record<string, HttpCase> = {
  "d1-read": oneRead,
  "api-read": apiRead,
  "api-write": apiWrite,
  "ssr-overview": ssrOverview,
  // What the protocol and the key cost: it reads nothing. The other reads what a page of the catalogue reads.
  mcp: mcpCall("list_metrics", { area: "ai" }),
  "mcp-products": mcpCall("list_products", { limit: 10 }),
};

export function helloLoad({ helloUrl }: World): Load {
  const request = requestBytes(helloUrl, "/");
  return { url: helloUrl, connections: callers, status: 200, request: () => request };
}

export async function runHello(world: World): Promise<Result> {
  const results = [];
  for (let count = 0; count < rounds; count += 1) results.push(await runLoad(helloLoad(world), helloMs));
  return { name: "hello", ...middle(results), ratioToHello: 1 };
}

/** The case and the bare Worker take turns, so that what else the machine does falls on both. */
export async function runHttpCase(world: World, name: string, build: HttpCase): Promise<Result> {
  const results = [];
  const ratios = [];
  for (let count = 0; count < rounds; count += 1) {
    const bare = await runLoad(helloLoad(world), helloMs);
    const result = await runLoad(build(world), caseMs);
    results.push(result);
    ratios.push(result.perSecond / bare.perSecond);
  }
  return { name, ...middle(results), ratioToHello: round(median(ratios), 4) };
}

function middle(results: LoadResult[]) {
  const cpuUs = results.flatMap((one) => (one.cpuUs === undefined ? [] : [one.cpuUs]));
  return {
    value: Math.round(median(results.map((one) => one.perSecond))),
    unit: "req/s",
    p50Ms: round(median(results.map((one) => one.p50Ms)), 2),
    p99Ms: round(median(results.map((one) => one.p99Ms)), 2),
    ...(cpuUs.length === 0 ? {} : { cpuUs: Math.round(median(cpuUs)) }),
  };
}
