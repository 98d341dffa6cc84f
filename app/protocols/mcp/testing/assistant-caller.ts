import { apiKeyHint } from "#app/domain/accounts/api-key-format.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { apiKeys } from "#db/schema/accounts.ts";
import { insert } from "#db/writes.ts";
import { stageStartMs, testIds } from "#db/testing/basics.ts";
import type { Stage } from "#db/testing/stage.ts";
import { type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { idempotencyMeta } from "../call-tool.server.ts";
import { handleMcp } from "../handle-mcp.server.ts";

const revision = "2026-07-28";
const envelope = {
  "io.modelcontextprotocol/protocolVersion": revision,
  "io.modelcontextprotocol/clientCapabilities": {},
  "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
};

export type Rpc = {
  result?: Record<string, unknown> & { content?: { text?: string }[]; structuredContent?: unknown; isError?: boolean };
  error?: { code: number; message: string; data?: unknown };
};

/** A key of the workspace with just these scopes. */
export async function aKey(home: TestWorkspace, scopes: readonly Action[]): Promise<string> {
  const key = `ek_local_${testIds.token()}`;
  const row = {
    id: testIds.next("key"),
    name: "Helper",
    hint: apiKeyHint(key),
    keyHash: await sha256Hex(key),
    scopes: [...scopes],
    createdByUserId: null,
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    createdAt: stageStartMs,
  };
  await writeRows(home.id, insert(apiKeys, row));
  return key;
}

/** Speaks the newer revision to the endpoint, as a program of somebody else would. */
export function assistantCaller(stage: Stage, key: string | null) {
  const post = (body: unknown, headers: Record<string, string> = {}, url = "http://127.0.0.1/mcp") =>
    handleMcp(
      stage.deps,
      new Request(url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          accept: "application/json, text/event-stream",
          ...(key === null ? {} : { authorization: `Bearer ${key}` }),
          ...headers,
        },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
      { requestId: testIds.next("req"), ipAddress: "192.0.2.1", userAgent: "test" },
    );
  const ask = async (method: string, params: Record<string, unknown> = {}, meta: Record<string, unknown> = {}): Promise<Rpc> => {
    const name = params["name"] ?? params["uri"];
    const headers: Record<string, string> = { "mcp-protocol-version": revision, "mcp-method": method };
    if (typeof name === "string") headers["mcp-name"] = encodeHeader(name);
    const answer = await post({ jsonrpc: "2.0", id: 1, method, params: { ...params, _meta: { ...envelope, ...meta } } }, headers);
    return answer.json<Rpc>();
  };
  const call = (name: string, input: Record<string, unknown> = {}) => ask("tools/call", { name, arguments: input });
  /** Under a name of the client's own: sent again, it is the same call. */
  const callOnce = (callName: unknown, name: string, input: Record<string, unknown>) =>
    ask("tools/call", { name, arguments: input }, { [idempotencyMeta]: callName });
  return { post, ask, call, callOnce };
}

/** What is no plain text travels in its own form. */
function encodeHeader(value: string): string {
  return /^[\x21-\x7e]*$/.test(value) ? value : `=?base64?${btoa(String.fromCharCode(...new TextEncoder().encode(value)))}?=`;
}
