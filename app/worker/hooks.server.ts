import { isVendor } from "#app/domain/channels/ports.ts";
import { receiveNotices } from "#app/domain/channels/receive-notices.server.ts";
import { AppError, errorStatuses, toAppError } from "#app/domain/errors.ts";
import { contextForVisitor, type WorkerDeps } from "./context.server.ts";
import { plainHeaders } from "./plain-headers.ts";

const maxBodyChars = 256_000;

/** The last part of the address, for whoever calls where marketplaces do, with or without a slash at the end. */
export function hookOf(pathname: string): string | undefined {
  return /^\/hooks\/([^/]+)\/?$/.exec(pathname)?.[1];
}

type Call = { vendor: string; requestId: string; ipAddress: string; userAgent: string };
type Answer = { status: number; body: string; headers?: Record<string, string> };

/**
 * Where marketplaces call: verified, stored and answered at once; the work comes after. They call in storms, so they are
 * answered before any page is looked for.
 */
export async function handleHook(deps: WorkerDeps, request: Request, call: Call): Promise<Response> {
  const startedAt = deps.clock.now();
  const { status, body, headers } = await answerTo(deps, request, call);
  const log = { event: "http.request", method: request.method, path: `/hooks/${call.vendor}`, statusCode: status } as const;
  deps.logger.info({ ...log, durationMs: deps.clock.now() - startedAt });
  const always = { ...plainHeaders(deps.config), "x-request-id": call.requestId };
  return new Response(body === "" ? null : body, { status, headers: { ...always, ...headers } });
}

async function answerTo(deps: WorkerDeps, request: Request, { vendor, requestId, ipAddress, userAgent }: Call): Promise<Answer> {
  if (request.method !== "POST") return { status: 405, body: "", headers: { allow: "POST" } };
  try {
    if (!isVendor(vendor)) throw new AppError("not_found", "endpointNotFound");
    const body = await request.text();
    if (body.length > maxBodyChars) throw new AppError("too_large", "bodyTooLarge");
    const visitor = contextForVisitor(deps, { requestId, origin: { ipAddress, userAgent }, locale: "en" });
    const url = `${visitor.publicUrl}/hooks/${vendor}`;
    return await receiveNotices(visitor, { vendor, url, headers: request.headers, body });
  } catch (error) {
    const known = toAppError(error);
    if (known === undefined) deps.logger.error({ event: "unexpected.error", where: "hooks", error });
    // Without a body: nobody but a vendor calls here, and it reads only the number.
    return { status: known === undefined ? 500 : errorStatuses[known.code], body: "" };
  }
}
