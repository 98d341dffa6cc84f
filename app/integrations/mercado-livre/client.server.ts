import type { z } from "zod";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import { type CallPacer, callsAtOnce, type RawArchive } from "#app/domain/channels/ports.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import type { HttpResponse } from "#app/platform/http/http-types.ts";
import { createSlots } from "#app/platform/slots.ts";
import { type CallNature, toChannelError } from "./vendor-error.ts";
import { tokenSchema, type WireToken } from "./wire.ts";

export type MercadoLivreOptions = {
  apiBaseUrl: string;
  /** The page where sellers give consent; `{domain}` stands for the country's domain. */
  authBaseUrl: string;
  clientId: string;
  clientSecret: string;
  http: Pick<HttpClient, "send">;
  /** The vendor limits an app per endpoint, whoever's account it is: one pacer serves all accounts. */
  pacer: CallPacer;
  archive: RawArchive;
  clock: Clock;
};

export type ApiCall = {
  /** Names the endpoint for pacing and in the archive. */
  operation: string;
  path: string;
  method?: "GET" | "PUT" | "POST" | "DELETE";
  query?: Record<string, string | number | undefined>;
  headers?: Record<string, string>;
  json?: unknown;
  nature?: CallNature;
};

export type Answer<T> = { data: T; headers: Headers };

export type ApiClient = {
  /** A partial answer (206) is an answer; whatever cannot be read goes to the archive. */
  call<Schema extends z.ZodType>(call: ApiCall, schema: Schema): Promise<Answer<z.output<Schema>>>;
  read<Schema extends z.ZodType>(call: ApiCall, schema: Schema): Promise<z.output<Schema>>;
  /** Undefined when there is nothing (404), not yet (204), or it is not for us. */
  readIfThere<Schema extends z.ZodType>(call: ApiCall, schema: Schema): Promise<z.output<Schema> | undefined>;
  /** For calls whose answer says nothing we need. */
  tell(call: ApiCall): Promise<void>;
};

export function createApiClient(options: MercadoLivreOptions, accountRef: string, accessToken: () => Promise<string>): ApiClient {
  const target = `mercado-livre:${accountRef}`;
  const slots = createSlots(callsAtOnce);

  async function send(call: ApiCall): Promise<HttpResponse> {
    const headers: Record<string, string> = { accept: "application/json", ...call.headers, authorization: `Bearer ${await accessToken()}` };
    if (call.json !== undefined) headers["content-type"] = "application/json";
    const url = urlOf(options.apiBaseUrl, call);
    const sent = () =>
      options.http.send({
        target,
        url,
        method: call.method ?? "GET",
        headers,
        ...(call.json === undefined ? {} : { body: JSON.stringify(call.json) }),
        // A scan that is asked twice for one page skips the page whose answer got lost.
        ...(call.nature === "scroll" ? { policy: { attempts: 1 } } : {}),
      });
    return slots(() => paced(options.pacer, call.operation, call.nature ?? "api", sent));
  }

  async function parse<Schema extends z.ZodType>(call: ApiCall, response: HttpResponse, schema: Schema): Promise<z.output<Schema>> {
    const parsed = schema.safeParse(jsonOf(response));
    if (parsed.success) return parsed.data;
    await options.archive.keep(`mercado-livre/${accountRef}/${call.operation}/${options.clock.now()}`, response.text());
    const [issue] = parsed.error.issues;
    throw new ChannelError("malformed", {
      vendorText: `${call.operation}: ${issue?.path.join(".") || "answer"} ${issue?.message}`,
      cause: parsed.error,
    });
  }

  const api: ApiClient = {
    async call(call, schema) {
      const response = await send(call);
      return { data: await parse(call, response, schema), headers: response.headers };
    },
    read: async (call, schema) => (await api.call(call, schema)).data,
    async readIfThere(call, schema) {
      try {
        const response = await send(call);
        return response.status === 204 ? undefined : await parse(call, response, schema);
      } catch (error) {
        if (error instanceof ChannelError && (error.fault === "not-found" || error.fault === "denied")) return undefined;
        throw error;
      }
    },
    async tell(call) {
      await send(call);
    },
  };
  return api;
}

/** Codes and refresh tokens work once, so this call is never repeated, and its answer is kept nowhere. */
export async function requestToken(options: MercadoLivreOptions, accountRef: string, fields: Record<string, string>): Promise<WireToken> {
  const { clientId, clientSecret, apiBaseUrl, http, pacer } = options;
  const response = await paced(pacer, "token", "token", () =>
    http.send({
      target: `mercado-livre:${accountRef}`,
      url: `${apiBaseUrl.replace(/\/$/, "")}/oauth/token`,
      method: "POST",
      headers: { accept: "application/json", "content-type": "application/x-www-form-urlencoded" },
      body: new URLSearchParams({ ...fields, client_id: clientId, client_secret: clientSecret }),
    }),
  );
  const token = tokenSchema.safeParse(jsonOf(response));
  if (!token.success) throw new ChannelError("malformed", { vendorText: "token", cause: token.error });
  return token.data;
}

async function paced(pacer: CallPacer, operation: string, nature: CallNature, work: () => Promise<HttpResponse>): Promise<HttpResponse> {
  await pacer.turn(operation);
  try {
    const response = await work();
    pacer.accepted(operation);
    return response;
  } catch (error) {
    if (error instanceof HttpError && error.status === 429) pacer.throttled(operation, error.retryAfterMs);
    throw toChannelError(error, nature);
  }
}

function jsonOf(response: HttpResponse): unknown {
  try {
    return response.json();
  } catch {
    return undefined;
  }
}

/** References come from unsigned notices and from people. One that steps out of its path would send the token elsewhere. */
function urlOf(baseUrl: string, { operation, path, query = {} }: ApiCall): string {
  if (path.split("/").some((part) => part === "." || part === "..")) throw new ChannelError("not-found", { vendorText: operation });
  const url = new URL(`${baseUrl.replace(/\/$/, "")}${path}`);
  for (const [name, value] of Object.entries(query)) if (value !== undefined) url.searchParams.set(name, String(value));
  return url.href;
}
