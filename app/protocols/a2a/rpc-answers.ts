/** What is answered before a method is reached: JSON-RPC in the body, and the status where HTTP has a word for it. */
const refusals = {
  forbidden: { status: 403, code: -32051, reason: "PERMISSION_DENIED", message: "This key may not ask: it lacks chat:read." },
  large: { status: 413, code: -32600, reason: "REQUEST_TOO_LARGE", message: "The request is larger than 256 kB." },
  method: { status: 405, code: -32600, reason: "METHOD_NOT_ALLOWED", message: "Send JSON-RPC by POST." },
  json: { status: 200, code: -32700, reason: "PARSE_ERROR", message: "The body is not JSON." },
  envelope: { status: 200, code: -32600, reason: "INVALID_REQUEST", message: "The body is not a JSON-RPC 2.0 request." },
} as const;
export type Refusal = keyof typeof refusals;

export type RpcId = string | number | null;

export const noStore = { "cache-control": "no-store", "a2a-version": "1.0" };

export function rpcRefusal(refusal: Refusal, id: RpcId = null): Response {
  const { status, code, reason, message } = refusals[refusal];
  const data = [{ "@type": "type.googleapis.com/google.rpc.ErrorInfo", reason, domain: "a2a-protocol.org" }];
  const headers = { ...noStore, ...(refusal === "method" ? { allow: "POST" } : {}) };
  return Response.json({ jsonrpc: "2.0", id, error: { code, message, data } }, { status, headers });
}
