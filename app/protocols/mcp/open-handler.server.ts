import { type AuthInfo, createMcpHandler, isJsonContentType, type McpServer } from "@modelcontextprotocol/server";
import { refuse } from "./refuse.ts";

/** What assistants send is small; the largest is the text of a listing. */
const mostChars = 1_000_000;
/** Each holds a connection and hears nothing that one could not ask for: a program that opens more has lost count. */
const mostStreams = 256;

/** Which method is asked for; null where it is not one, and the server has to be ready for all of them. */
export type Asked = { authInfo: AuthInfo; method: string | null };
export type McpHandler = (request: Request, authInfo: AuthInfo) => Promise<Response>;

/**
 * Speaks both revisions of the protocol, each without sessions: every instance answers every request. A server is made for each
 * request, so that nothing of one caller is left for the next.
 */
export function openMcpHandler(createServer: (asked: Asked) => McpServer): McpHandler {
  const methods = new WeakMap<AuthInfo, string>();
  const handler = createMcpHandler(
    ({ authInfo }) => {
      if (authInfo === undefined) throw new Error("A request came to the protocol without a caller.");
      return createServer({ authInfo, method: methods.get(authInfo) ?? null });
    },
    { legacy: "stateless", maxSubscriptions: mostStreams },
  );
  return async (request, authInfo) => {
    // Read here and only once: the protocol's own code would read it as a stream and make copies.
    if (request.method !== "POST" || !isJsonContentType(request.headers.get("content-type"))) return handler.fetch(request, { authInfo });
    const text = await request.text();
    if (text.length > mostChars) return refuse({ status: 413, message: "The body is larger than 1 MB." });
    const body = parsed(text);
    if (body === undefined)
      return handler.fetch(new Request(request.url, { method: "POST", headers: request.headers, body: text }), { authInfo });
    // Neither revision knows batches, and the limit of a key counts requests: a hundred calls in one would be ninety-nine for nothing.
    if (Array.isArray(body.value)) return refuse({ status: 400, code: -32_600, message: "Send one message in each request." });
    const method = methodOf(body.value);
    if (method !== null) methods.set(authInfo, method);
    return handler.fetch(request, { authInfo, parsedBody: body.value });
  };
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return undefined;
  }
}

function methodOf(body: unknown): string | null {
  const isOne = typeof body === "object" && body !== null && "method" in body;
  return isOne && typeof body.method === "string" ? body.method : null;
}
