type Refusal = { status: number; message: string; code?: number; headers?: Record<string, string> };

/** What is refused before a server is made for it, in the protocol's own form: programs that speak it read nothing else. */
export function refuse({ status, message, code = -32_000, headers = {} }: Refusal): Response {
  const body = { jsonrpc: "2.0", error: { code, message }, id: null };
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}
