import { type AuthInfo, createMcpHandler, isJsonContentType, isLegacyRequest, type McpServer } from "@modelcontextprotocol/server";
import { refuse } from "./refuse.ts";
import { type Agreed, letAsk, type Sessions } from "./sessions.server.ts";

/** What assistants send is small; the largest is the text of a listing. */
const mostChars = 1_000_000;
/** Each holds a connection and hears nothing that one could not ask for: a program that opens more has lost count. */
const mostStreams = 256;
const sessionHeader = "mcp-session-id";

/** Which method is asked for; null where it is not one, and the server has to be ready for all of them. */
export type Asked = { authInfo: AuthInfo; method: string | null };
export type McpHandler = (request: Request, authInfo: AuthInfo, sessions: Sessions) => Promise<Response>;

/**
 * Speaks both revisions of the protocol; every instance answers every request. A server is made for each request, so that nothing
 * of one caller is left for the next. What a session is of the older revision stands in `sessions.server.ts`.
 */
export function openMcpHandler(createServer: (asked: Asked) => McpServer): McpHandler {
  const asked = new WeakMap<AuthInfo, { method: string | null; askBack: ((server: McpServer) => void) | null }>();
  const handler = createMcpHandler(
    ({ authInfo, era }) => {
      if (authInfo === undefined) throw new Error("A request came to the protocol without a caller.");
      const { method, askBack } = asked.get(authInfo) ?? { method: null, askBack: null };
      const server = createServer({ authInfo, method });
      if (era === "legacy") askBack?.(server);
      return server;
    },
    { legacy: "stateless", maxSubscriptions: mostStreams },
  );
  return async (request, authInfo, sessions) => {
    // Read here and only once: the protocol's own code would read it as a stream and make copies.
    if (request.method !== "POST" || !isJsonContentType(request.headers.get("content-type"))) return handler.fetch(request, { authInfo });
    const text = await request.text();
    if (text.length > mostChars) return refuse({ status: 413, message: "The body is larger than 1 MB." });
    const body = parsed(text);
    if (body === undefined)
      return handler.fetch(new Request(request.url, { method: "POST", headers: request.headers, body: text }), { authInfo });
    const { value } = body;
    // Neither revision knows batches, and the limit of a key counts requests: a hundred calls in one would be ninety-nine for nothing.
    if (Array.isArray(value)) return refuse({ status: 400, code: -32_600, message: "Send one message in each request." });
    const method = methodOf(value);
    const agreed = method === "initialize" ? null : await agreedIn(request, value, sessions);
    if (agreed instanceof Response) return agreed;
    asked.set(authInfo, { method, askBack: agreed === null ? null : (server) => letAsk(server, agreed, sessions.questions) });
    const answer = await handler.fetch(request, { authInfo, parsedBody: value });
    return method === "initialize" && answer.ok ? withSession(answer, value, sessions) : answer;
  };
}

/** What the session holds that a request names; null without one. An answer to a question of ours is no request: it is delivered. */
async function agreedIn(request: Request, value: unknown, sessions: Sessions): Promise<Agreed | null | Response> {
  const id = request.headers.get(sessionHeader);
  if (id === null || !(await isLegacyRequest(request, value))) return null;
  const agreed = await sessions.find(id);
  if (agreed === undefined)
    return refuse({ status: 404, code: -32_001, message: "This session is over, or was begun with another key. Begin with initialize." });
  const answered = answeredBy(value);
  if (answered === null) return agreed;
  const isHeard = await sessions.questions.deliver(answered, JSON.stringify(value));
  return isHeard ? new Response(null, { status: 202 }) : refuse({ status: 400, code: -32_600, message: "Nobody waits for this answer." });
}

async function withSession(answer: Response, value: unknown, sessions: Sessions): Promise<Response> {
  const id = await sessions.begin(typeof value === "object" && value !== null && "params" in value ? value.params : undefined);
  if (id === null) return answer;
  const headers = new Headers(answer.headers);
  headers.set(sessionHeader, id);
  return new Response(answer.body, { status: answer.status, headers });
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

function answeredBy(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("id" in body) || typeof body.id !== "string") return null;
  return "result" in body || "error" in body ? body.id : null;
}
