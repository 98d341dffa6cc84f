import type { IdSource } from "#app/platform/ids.ts";

/** A proxy in front may have named the request already; anything else than a plain short name is replaced. */
const usableRequestId = /^[\w-]{8,64}$/;

export function callerOf(request: Request, ids: IdSource): { requestId: string; ipAddress: string; userAgent: string } {
  const given = request.headers.get("x-request-id") ?? request.headers.get("cf-ray") ?? "";
  return {
    requestId: usableRequestId.test(given) ? given : ids.next("req"),
    ipAddress: request.headers.get("cf-connecting-ip") ?? "127.0.0.1",
    userAgent: (request.headers.get("user-agent") ?? "").slice(0, 300),
  };
}
