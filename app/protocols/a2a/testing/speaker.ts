import { AgentCard, SendMessageRequest } from "@a2a-js/sdk";
import { type Client, ClientFactory, JsonRpcTransportFactory } from "@a2a-js/sdk/client";
import { apiKeys } from "#db/schema/accounts.ts";
import { testIds } from "#db/testing/basics.ts";
import { createStage } from "#db/testing/stage.ts";
import { aWorkspace, type TestWorkspace, writeRows } from "#db/testing/world.ts";
import { insert } from "#db/writes.ts";
import { apiKeyHint } from "#app/domain/accounts/api-key-format.ts";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { Webhooks } from "#app/domain/triggers/ports.ts";
import { sha256Hex } from "#app/platform/crypto/hash.ts";
import { agentCard } from "../agent-card.ts";
import { answerA2a } from "../answer-a2a.server.ts";
import type { Agent } from "../work.ts";
import { fixtureAgent } from "./fixture-agent.ts";

export type Stage = ReturnType<typeof createStage>;

/** A workspace that other agents speak with, over the whole of the endpoint and without a network. */
export async function aPlace(options: { agent?: Agent; webhooks?: Webhooks } = {}) {
  const home = await aWorkspace();
  const stage = createStage(options.webhooks === undefined ? {} : { webhooks: options.webhooks });
  const { agent = fixtureAgent } = options;
  const post = (body: unknown, headers: Record<string, string> = {}) => {
    const request = new Request("http://127.0.0.1/a2a", {
      method: "POST",
      headers: { authorization: `Bearer ${home.apiKey.key}`, "content-type": "application/json", "a2a-version": "1.0", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    return answerA2a({ deps: stage.deps, visitor: stage.visitor, request, agent });
  };
  return { home, stage, post, ask: asker(post), client: (key = home.apiKey.key) => clientOf(post, key) };
}

type Post = (body: unknown, headers?: Record<string, string>) => Promise<Response>;
type Answer = { result?: unknown; error?: { code: number; message: string; data?: { reason: string; domain: string }[] } };

function asker(post: Post) {
  return async (method: string, params: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
    (await post({ jsonrpc: "2.0", id: 1, method, params }, headers)).json();
}

function clientOf(post: Post, key: string): Promise<Client> {
  const fetchImpl: typeof fetch = (_input, init) =>
    post(typeof init?.body === "string" ? init.body : "", {
      ...Object.fromEntries(new Headers(init?.headers)),
      authorization: `Bearer ${key}`,
    });
  const card = AgentCard.fromJSON(agentCard({ publicUrl: "https://entrepot.test", version: "1" }));
  return new ClientFactory({ transports: [new JsonRpcTransportFactory({ fetchImpl })] }).createFromAgentCard(card);
}

export function said(messageId: string, more: { text?: string; taskId?: string; contextId?: string; configuration?: unknown } = {}) {
  const { text = "GMV last month", configuration, ...rest } = more;
  return {
    message: { messageId, role: "ROLE_USER", parts: [{ text }], ...rest },
    ...(configuration === undefined ? {} : { configuration }),
  };
}

export const asRequest = (params: unknown) => SendMessageRequest.fromJSON(params);

/** Another key of the same workspace. */
export async function anotherKey(home: TestWorkspace, stage: Stage, scopes: Action[]): Promise<string> {
  const key = `ek_local_${testIds.token()}`;
  const traces = { createdByUserId: null, expiresAt: null, revokedAt: null, lastUsedAt: null, createdAt: stage.clock.now() };
  const row = { id: testIds.next("key"), name: "Other", hint: apiKeyHint(key), keyHash: await sha256Hex(key), scopes };
  await writeRows(home.id, insert(apiKeys, { ...row, ...traces }));
  return key;
}
