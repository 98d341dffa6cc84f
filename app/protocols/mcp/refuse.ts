type Refusal = { status: number; message: string; headers?: Record<string, string> };

/** What is refused before a server is made for it, in the protocol's own form: programs that speak it read nothing else. */
export function refuse({ status, message, headers = {} }: Refusal): Response {
  const body = { jsonrpc: "2.0", error: { code: -32_000, message }, id: null };
  return Response.json(body, { status, headers: { "cache-control": "no-store", ...headers } });
}
