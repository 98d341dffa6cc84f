import { isbot } from "isbot";
import { renderToReadableStream } from "react-dom/server";
import { type EntryContext, ServerRouter } from "react-router";

export default async function handleDocument(request: Request, status: number, headers: Headers, entry: EntryContext): Promise<Response> {
  const body = await renderToReadableStream(<ServerRouter context={entry} url={request.url} />, { signal: request.signal });
  if (isbot(request.headers.get("user-agent"))) await body.allReady;
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(body, { status, headers });
}
