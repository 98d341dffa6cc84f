/** The protocol a program names beside its token; it is the one that is agreed on. */
const roomProtocol = "entrepot";
const tokenPrefix = "entrepot.token.";

function protocolsOf(request: Request): string[] {
  return (request.headers.get("sec-websocket-protocol") ?? "").split(",").map((one) => one.trim());
}

/**
 * The token of a program that asks for a room: as `Authorization: Bearer …`, or where it can set no header as a protocol of its
 * socket, `new WebSocket(url, ["entrepot", "entrepot.token." + token])`. Never in the address, which ends up in logs.
 */
export function bearerOf(request: Request): string | undefined {
  const header = request.headers.get("authorization");
  if (header !== null) return /^Bearer (\S+)$/.exec(header)?.[1] ?? "";
  return protocolsOf(request)
    .find((one) => one.startsWith(tokenPrefix))
    ?.slice(tokenPrefix.length);
}

/** A room never sees it: what it does not have it cannot tell. */
export function withoutToken(from: Headers): Headers {
  const headers = new Headers(from);
  headers.delete("authorization");
  headers.delete("sec-websocket-protocol");
  return headers;
}

/** A browser closes a socket whose server agreed on none of the protocols it named. */
export function answerProtocol(request: Request, answer: Response): Response {
  if (answer.webSocket === null || !protocolsOf(request).includes(roomProtocol)) return answer;
  const headers = new Headers(answer.headers);
  headers.set("sec-websocket-protocol", roomProtocol);
  return new Response(null, { status: 101, webSocket: answer.webSocket, headers });
}
