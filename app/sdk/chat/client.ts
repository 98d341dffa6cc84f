import { toJson } from "../safe.ts";
import type { ChatAnswer, ChatSettings, ChatToken } from "../wire.ts";

export type Reply = { kind: "answer"; text: string } | { kind: "wait"; seconds: number } | { kind: "off" } | { kind: "failed" };

export type ChatClient = {
  settings(): Promise<ChatSettings | undefined>;
  /** One question at a time; `sku` is what the page shows. */
  ask(question: string, sku: string | undefined): Promise<Reply>;
};

type Options = { site: string; endpoint: string; language: string; fetch: typeof fetch; now(): number };
type Outcome = { status: number; retryAfter: number; body: unknown };

/** A token is asked for again this long before it ends: a question under way must not be late. */
const earlyMs = 15_000;
const timeoutMs = 15_000;

/** Speaks with Entrepot for one page: keeps its token in memory and nothing anywhere else. */
export function createChatClient({ site, endpoint, language, fetch, now }: Options): ChatClient {
  let token: { text: string; untilMs: number } | undefined;
  let about: string[] = [];

  async function send(path: string, body?: object): Promise<Outcome> {
    const post = { method: "POST", headers: { "content-type": "application/json" }, body: toJson(body) };
    const usual = { credentials: "omit", signal: AbortSignal.timeout(timeoutMs) } as const;
    const response = await fetch(`${endpoint}/public/v1/${path}`, body === undefined ? usual : { ...usual, ...post });
    const retryAfter = Number(response.headers.get("retry-after")) || 30;
    return { status: response.status, retryAfter, body: await response.json() };
  }

  async function renew(): Promise<Outcome | undefined> {
    if (token !== undefined && now() < token.untilMs) return undefined;
    const outcome = await send("token", { key: site });
    if (outcome.status !== 200) return outcome;
    const made = outcome.body as ChatToken;
    token = { text: made.token, untilMs: now() + made.expiresInSeconds * 1_000 - earlyMs };
    return undefined;
  }

  async function askOnce(question: string, sku: string | undefined): Promise<Outcome> {
    const refused = await renew();
    return refused ?? send("chat", { token: token?.text, question, language, about, sku: about.length > 0 ? undefined : sku });
  }

  return {
    async settings() {
      const { status, body } = await send(`chat?key=${site}`);
      return status === 200 ? (body as ChatSettings) : undefined;
    },
    async ask(question, sku) {
      try {
        let outcome = await askOnce(question, sku);
        if (outcome.status === 401) {
          // The address changed meanwhile, or the clock did: one token more.
          token = undefined;
          outcome = await askOnce(question, sku);
        }
        return replyOf(outcome);
      } catch {
        return { kind: "failed" };
      }
    },
  };

  function replyOf({ status, retryAfter, body }: Outcome): Reply {
    if (status === 429) return { kind: "wait", seconds: retryAfter };
    if (status === 410) return { kind: "off" };
    if (status !== 200) return { kind: "failed" };
    const answer = body as ChatAnswer;
    if (answer.about.length > 0) about = answer.about;
    return { kind: "answer", text: answer.answer };
  }
}
