import type { z } from "zod";
import { ChannelError } from "#app/domain/channels/channel-error.ts";
import type { CallPacer, RawArchive } from "#app/domain/channels/ports.ts";
import type { Clock } from "#app/platform/clock.ts";
import type { HttpClient } from "#app/platform/http/http-client.server.ts";
import { HttpError } from "#app/platform/http/http-error.ts";
import type { HttpResponse } from "#app/platform/http/http-types.ts";
import type { Slots } from "#app/platform/slots.ts";
import { toChannelError } from "./faults.ts";
import { baseString, hmacHex, type Signer } from "./sign.ts";
import { apiPrefix, envelopeSchema } from "./wire.ts";

export type ShopeeClientOptions = {
  /** Without /api/v2, for example https://openplatform.shopee.com.br */
  apiBaseUrl: string;
  partnerId: string;
  partnerKey: string;
  http: Pick<HttpClient, "send">;
  /** Shared by all shops: operations are named "<shop>/<call>". */
  pacer: CallPacer;
  /** How many calls of one open line may be under way; a single call outside of a line needs none. */
  slots?: Slots;
  archive: RawArchive;
  clock: Clock;
};

/** Whose call it is. Public calls name a shop as well, so that they share its breaker and pace. */
export type Caller = { shopId: string; accessToken?: () => Promise<string> };

type Params = Record<string, string | number | readonly string[]>;
export type Call = {
  caller: Caller;
  /** Below /api/v2/, for example "order/get_order_list". */
  operation: string;
  /** An array becomes a parameter that is repeated, not one that is joined. */
  params?: Params;
  body?: Record<string, unknown>;
};

/** Signs, paces and sends one call, and judges the answer by its `error`, whatever the status says. */
export function callShopee<T>(options: ShopeeClientOptions, call: Call, schema: z.ZodType<T>): Promise<T> {
  const work = () => callInTurn(options, call, schema);
  return options.slots === undefined ? work() : options.slots(work);
}

async function callInTurn<T>(options: ShopeeClientOptions, call: Call, schema: z.ZodType<T>): Promise<T> {
  const pace = `${call.caller.shopId}/${call.operation}`;
  await options.pacer.turn(pace);
  try {
    const answer = await read(options, call, await send(options, call), schema);
    options.pacer.accepted(pace);
    return answer;
  } catch (error) {
    const failure = error instanceof HttpError ? fromHttpError(options, call, error) : error;
    if (failure instanceof ChannelError && failure.fault === "throttled") options.pacer.throttled(pace, failure.retryAfterMs);
    throw failure;
  }
}

async function send(options: ShopeeClientOptions, call: Call): Promise<HttpResponse> {
  const { caller, body } = call;
  return options.http.send({
    target: `shopee:${caller.shopId}`,
    // Signed only now: a turn may take longer than the five minutes that a timestamp holds.
    url: await signedUrl(options, call),
    method: body === undefined ? "GET" : "POST",
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    acceptStatus: (status) => status < 500 && status !== 429,
  });
}

async function signedUrl(options: ShopeeClientOptions, call: Call): Promise<URL> {
  const { partnerId, partnerKey, apiBaseUrl, clock } = options;
  const { shopId, accessToken } = call.caller;
  const path = `${apiPrefix}/${call.operation}`;
  const token = await accessToken?.();
  const signer: Signer = token === undefined ? { kind: "public" } : { kind: "shop", accessToken: token, shopId };
  const timestampS = Math.floor(clock.now() / 1_000);
  const url = new URL(`${apiBaseUrl.replace(/\/$/, "")}${path}`);
  url.searchParams.set("partner_id", partnerId);
  url.searchParams.set("timestamp", String(timestampS));
  url.searchParams.set("sign", await hmacHex(partnerKey, baseString(partnerId, path, timestampS, signer)));
  if (token !== undefined) {
    url.searchParams.set("access_token", token);
    url.searchParams.set("shop_id", shopId);
  }
  for (const [name, value] of Object.entries(call.params ?? {}))
    for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
  return url;
}

async function read<T>(options: ShopeeClientOptions, call: Call, response: HttpResponse, schema: z.ZodType<T>): Promise<T> {
  const body = parseJson(response.text());
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) throw await malformed(options, call, response);
  const { error, message } = envelope.data;
  // The lost-push calls are said to answer "-" where others answer "".
  if (error !== "" && error !== "-") throw toChannelError({ error, message }, options.clock.now(), { isTokenCall: isTokenCall(call) });
  if (response.status >= 300) throw await malformed(options, call, response);
  const parsed = schema.safeParse(body);
  if (!parsed.success) throw await malformed(options, call, response, parsed.error);
  return parsed.data;
}

/** A later look at the body is worth more than the answer: an archive that fails does not hide what happened. */
async function malformed(options: ShopeeClientOptions, call: Call, response: HttpResponse, cause?: unknown): Promise<ChannelError> {
  const name = call.operation.replaceAll("/", ".");
  const key = `shopee/${call.caller.shopId}/${name}/${options.clock.now()}`;
  await options.archive.keep(key, withoutTokens(response.text())).catch(() => undefined);
  return new ChannelError("malformed", { vendorText: `${call.operation} answered ${response.status} in an unknown form`, cause });
}

function withoutTokens(body: string): string {
  return body.replaceAll(/("(?:access|refresh)_token"\s*:\s*")[^"]*/g, "$1…");
}

function fromHttpError(options: ShopeeClientOptions, call: Call, error: HttpError): ChannelError {
  const envelope = envelopeSchema.safeParse(parseJson(error.body));
  const vendorText = envelope.success && envelope.data.error !== "" ? `${envelope.data.error}: ${envelope.data.message}` : error.message;
  const details = { vendorText, retryAfterMs: error.retryAfterMs, cause: error };
  if (error.status === 429) return new ChannelError("throttled", details);
  if (error.kind === "too-large" || error.kind === "malformed") return new ChannelError("malformed", details);
  if (!envelope.success || envelope.data.error === "") return new ChannelError("unavailable", details);
  const judged = toChannelError(envelope.data, options.clock.now(), { isTokenCall: isTokenCall(call), cause: error });
  // A server that fails and gives no reason we know may be well in a minute.
  return judged.fault === "rejected" ? new ChannelError("unavailable", details) : judged;
}

function isTokenCall(call: Call): boolean {
  return call.operation.startsWith("auth/");
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
