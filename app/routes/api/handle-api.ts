import { AppError, toAppError } from "#app/domain/errors.ts";
import { depsContext, memberContext, requestIdContext, visitorContext } from "#app/middleware/contexts.ts";
import { answerOnce } from "./answer-once.ts";
import type { ApiArgs, ApiCall } from "./api-call.ts";
import { problemResponse } from "./problem.ts";

type Run = (call: ApiCall) => Promise<unknown>;

const maxBodyBytes = 1_000_000;
/** What the binding counts, in the words of our own limits: `wrangler.toml` says how many in how long. */
const apiLimit = { name: "api", capacity: 6_000, refillPerSecond: 100 };

/** One shape for every REST endpoint: who → how often → verb → JSON, and a problem for whatever goes wrong. */
export async function handleApi(args: ApiArgs, run: Run, options: { status?: number } = {}): Promise<Response> {
  const requestId = args.context.get(requestIdContext);
  try {
    const call = await authenticate(args);
    await limitRate(args, call);
    const answer = async () => {
      const body = await run(call);
      return body instanceof Response ? body : Response.json(body ?? { ok: true }, { status: options.status ?? 200 });
    };
    const isWrite = args.request.method !== "GET";
    const response = isWrite ? await answerOnce(call, answer) : await answer();
    response.headers.set("cache-control", "no-store");
    return response;
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined)
      args.context.get(depsContext).logger.error({ event: "unexpected.error", where: new URL(args.request.url).pathname, error });
    return problemResponse(known, requestId);
  }
}

/** Answers any method an endpoint does not have. */
export function methodNotAllowed(args: ApiArgs): Promise<Response> {
  return handleApi(args, () => Promise.reject(new AppError("not_found", "endpointNotFound")));
}

async function authenticate(args: ApiArgs): Promise<ApiCall> {
  const { request, context } = args;
  const deps = context.get(depsContext);
  const header = request.headers.get("authorization");
  if (header !== null) {
    const key = /^Bearer (\S+)$/.exec(header)?.[1] ?? "";
    const owner = await deps.keys.ownerOf(key, deps.clock.now());
    if (owner === undefined) throw new AppError("unauthorized", "keyInvalid");
    if (owner.recordUse !== undefined) deps.defer(owner.recordUse());
    const ctx = context.get(visitorContext).enter(owner.workspace.id, owner.actor, owner.workspace);
    return { ctx, actor: owner.actor, workspace: owner.workspace, args };
  }
  const member = context.get(memberContext);
  if (member === null) throw new AppError("unauthorized", "signInNeeded");
  return { ctx: member.ctx, actor: member.ctx.actor, workspace: member.workspace, args };
}

async function limitRate(args: ApiArgs, { ctx, actor }: ApiCall): Promise<void> {
  const { env } = args.context.get(depsContext);
  const key = actor.kind === "apiKey" ? actor.keyId : ctx.stamp.id;
  const { success } = await env.API_RATE_LIMIT.limit({ key });
  if (!success) throw new AppError("rate_limited", "tooManyRequests", { retryAfterMs: 60_000, limit: apiLimit });
}

/** The body of a write, as an object of unknown fields: verbs parse it. */
export async function readJson(request: Request): Promise<Record<string, unknown>> {
  const declared = Number(request.headers.get("content-length") ?? 0);
  if (declared > maxBodyBytes) throw new AppError("too_large", "bodyTooLarge");
  const text = await request.text();
  if (text.length > maxBodyBytes) throw new AppError("too_large", "bodyTooLarge");
  if (text.trim() === "") return {};
  const value = parseJson(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new AppError("invalid", "bodyNotObject");
  return { ...value };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", "bodyNotJson", { cause });
  }
}

/** `?limit&cursor` and whatever filters an endpoint has; a repeated parameter counts once, the first time. */
export function queryOf(request: Request): Record<string, string> {
  const query: Record<string, string> = {};
  for (const [name, value] of new URL(request.url).searchParams) {
    if (!Object.hasOwn(query, name) && value !== "") query[name] = value;
  }
  return query;
}
