export function reply(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), { status, headers: { "content-type": "application/json;charset=UTF-8", ...headers } });
}

export function noContent(): Response {
  return new Response(null, { status: 204 });
}

export function errorBody(status: number, error: string, message: string, cause: unknown[] = []): Record<string, unknown> {
  return { message, error, status, cause };
}

/** The shape most of the vendor's teams use. */
export function refuse(status: number, error: string, message: string, cause: unknown[] = []): Response {
  return reply(errorBody(status, error, message, cause), status);
}

/** The shape of the gateway in front of them. */
export function unauthorized(message = "invalid access token"): Response {
  return reply({ code: "unauthorized", message }, 401);
}

export function amount(cents: number): number {
  return Number((cents / 100).toFixed(2));
}

export function share(part: number, whole: number): number {
  return whole === 0 ? 0 : Number((part / whole).toFixed(4));
}

const brazilOffsetMs = 4 * 3_600_000;

/** Most of the vendor writes times four hours west of UTC. */
export function localIso(ms: number): string {
  return new Date(ms - brazilOffsetMs).toISOString().replace("Z", "-04:00");
}

/** Packs leave the colon out of the offset. */
export function packIso(ms: number): string {
  return new Date(ms - brazilOffsetMs).toISOString().replace("Z", "-0400");
}

export function utcIso(ms: number): string {
  return new Date(ms).toISOString();
}

/** Questions carry nanoseconds. */
export function nanoIso(ms: number): string {
  return new Date(ms - brazilOffsetMs).toISOString().replace("Z", "000000-04:00");
}

/** Price references write the day first and no offset. */
export function dayFirst(ms: number): string {
  const [date = "", time = ""] = new Date(ms).toISOString().split("T");
  return `${date.split("-").toReversed().join("-")} ${time.slice(0, 8)}`;
}

export function paging(url: URL, total: number, limits: { usual: number; max: number }): { offset: number; limit: number; total: number } {
  const whole = (name: string, usual: number) => {
    const value = Number(url.searchParams.get(name) ?? usual);
    return Number.isInteger(value) && value >= 0 ? value : usual;
  };
  return { total, offset: whole("offset", 0), limit: Math.min(limits.max, whole("limit", limits.usual)) };
}
