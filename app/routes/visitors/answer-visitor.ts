import { AppError, toAppError } from "#app/domain/errors.ts";
import type { VisitorContext } from "#app/domain/context.ts";
import { corsHeaders, preflightHeaders } from "#app/domain/sites/allowed-origin.ts";
import { depsContext, requestIdContext, visitorContext } from "#app/middleware/contexts.ts";
import type { ApiArgs } from "#app/routes/api/api-call.ts";
import { problemResponse } from "#app/routes/api/problem.ts";

type Asked = { visitor: VisitorContext; origin: string | null };
type Answer = { body: object; cacheSeconds?: number };

const mostBytes = 8_000;

/**
 * What pages of shops ask for their visitors: no cookie and no key of ours, only the page's origin and what it sends. Any page may
 * read a refusal, so that whoever builds it in sees why; nothing else is sent to a page that is not the site's.
 */
export async function answerVisitor({ request, context }: ApiArgs, run: (asked: Asked) => Promise<Answer>): Promise<Response> {
  const origin = request.headers.get("origin");
  if (request.method === "OPTIONS") return new Response(null, { status: 204, headers: preflightHeaders(origin) });
  const response = await settle();
  for (const [name, value] of Object.entries(corsHeaders(origin))) response.headers.set(name, value);
  // Without it a page that asks for isolation from other hosts would not be let read it.
  response.headers.set("cross-origin-resource-policy", "cross-origin");
  return response;

  async function settle(): Promise<Response> {
    try {
      const { body, cacheSeconds } = await run({ visitor: context.get(visitorContext), origin });
      const caching = cacheSeconds === undefined ? "no-store" : `public, max-age=${cacheSeconds}`;
      return Response.json(body, { headers: { "cache-control": caching } });
    } catch (error) {
      const known = toAppError(error);
      const where = new URL(request.url).pathname;
      if (known === undefined) context.get(depsContext).logger.error({ event: "unexpected.error", where, error });
      return problemResponse(known, context.get(requestIdContext));
    }
  }
}

export function noSuchMethod(): Promise<never> {
  return Promise.reject(new AppError("not_found", "endpointNotFound"));
}

export async function readSmallJson(request: Request): Promise<Record<string, unknown>> {
  const text = await request.text();
  if (text.length > mostBytes) throw new AppError("too_large", "bodyTooLarge");
  const value = parse(text);
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new AppError("invalid", "bodyNotObject");
  return { ...value };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid", "bodyNotJson", { cause });
  }
}
