import { z } from "zod";
import type { ModelProbe, ProbeAnswer, ProbeAsk } from "#app/domain/ai/model-probe.ts";
import type { ProviderKind } from "#app/domain/ai/kinds.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import { isWrongKey } from "./gemini/refusals.ts";

type List = {
  /** Where its vendor has it. */
  baseUrl: string;
  path: string;
  headers(apiKey: string): Record<string, string>;
  read(body: unknown): string[];
};

const bearer = (apiKey: string): Record<string, string> => (apiKey === "" ? {} : { authorization: `Bearer ${apiKey}` });
const openaiList = z.object({ data: z.array(z.object({ id: z.string() })) });
const geminiList = z.object({ models: z.array(z.object({ name: z.string() })) });
const cloudflareList = z.object({ result: z.array(z.object({ name: z.string() })) });

const chat = (baseUrl: string): List => ({
  baseUrl,
  path: "/models",
  headers: bearer,
  read: (body) => openaiList.parse(body).data.map(({ id }) => id),
});

const lists: Record<ProviderKind, List> = {
  groq: chat("https://api.groq.com/openai/v1"),
  openai: chat("https://api.openai.com/v1"),
  "openai-compatible": chat(""),
  gemini: {
    baseUrl: "https://generativelanguage.googleapis.com/v1beta",
    path: "/models?pageSize=1000",
    headers: (apiKey) => ({ "x-goog-api-key": apiKey }),
    read: (body) => geminiList.parse(body).models.map(({ name }) => name.replace(/^models\//, "")),
  },
  "workers-ai": {
    baseUrl: "",
    path: "/models/search?per_page=1000",
    headers: bearer,
    read: (body) => cloudflareList.parse(body).result.map(({ name }) => name),
  },
};

const policy = { attempts: 1, attemptTimeoutMs: 8_000, deadlineMs: 8_000 };

/** Tries a key on what costs nothing: the list of models. */
export function createModelProbe({ http, clock }: { http: Pick<HttpClient, "send">; clock: Clock }): ModelProbe {
  return {
    async listModels({ kind, apiKey, baseUrl }: ProbeAsk): Promise<ProbeAnswer> {
      const list = lists[kind];
      const startedAt = clock.now();
      const told = (answer: Omit<ProbeAnswer, "latencyMs">) => ({ ...answer, latencyMs: clock.now() - startedAt });
      try {
        const url = `${baseUrl === "" ? list.baseUrl : baseUrl}${list.path}`;
        const headers = { accept: "application/json", ...list.headers(apiKey) };
        const answer = await http.send({ target: `model-probe:${new URL(url).host}`, url, headers, policy });
        return told(readList(list, answer.status, answer));
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        return told({ ...outcomeOf(error), models: [] });
      }
    },
  };
}

function readList(list: List, status: number, answer: { json(): unknown }): Omit<ProbeAnswer, "latencyMs"> {
  try {
    return { outcome: "answered", status, models: list.read(answer.json()) };
  } catch {
    return { outcome: "strange", status, models: [] };
  }
}

function outcomeOf(error: HttpError): Pick<ProbeAnswer, "outcome" | "status"> {
  const status = error.status ?? null;
  if (error.kind === "timeout") return { outcome: "timeout", status };
  if (status === null) return { outcome: error.kind === "malformed" ? "strange" : "unreachable", status };
  if (status === 401 || status === 403 || (status === 400 && isWrongKey(error.body))) return { outcome: "unauthorized", status };
  if (status === 429) return { outcome: "busy", status };
  return { outcome: status >= 500 ? "failed" : "strange", status };
}
