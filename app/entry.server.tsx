import { isbot } from "isbot";
import { I18nextProvider } from "react-i18next";
import { renderToReadableStream } from "react-dom/server";
import { type EntryContext, type RouterContextProvider, ServerRouter } from "react-router";
import { DocumentContext, type DocumentFacts } from "#app/components/ui/document-context.ts";
import { createServerI18n } from "#app/i18n/server-i18n.server.ts";
import { localeContext, nonceContext, requestIdContext, themeContext } from "#app/middleware/contexts.ts";

export default async function handleDocument(
  request: Request,
  status: number,
  headers: Headers,
  entry: EntryContext,
  context: Readonly<RouterContextProvider>,
): Promise<Response> {
  const facts: DocumentFacts = {
    nonce: context.get(nonceContext),
    locale: context.get(localeContext),
    theme: context.get(themeContext),
    requestId: context.get(requestIdContext),
  };
  const rendering = { status, shellSent: false };
  // useTranslation copies every own property of the instance; one that inherits them all has none to copy.
  const i18n = Object.create(await createServerI18n(facts.locale)) as Awaited<ReturnType<typeof createServerI18n>>;
  const body = await renderToReadableStream(
    <DocumentContext value={facts}>
      <I18nextProvider i18n={i18n}>
        <ServerRouter context={entry} url={request.url} nonce={facts.nonce} />
      </I18nextProvider>
    </DocumentContext>,
    {
      nonce: facts.nonce,
      signal: request.signal,
      onError(error) {
        rendering.status = 500;
        // Errors before the shell reject the promise and are reported by the router, once.
        // oxlint-disable-next-line no-console -- the console is the log drain here; there is no service context any more.
        if (rendering.shellSent && !request.signal.aborted) console.error(error);
      },
    },
  );
  rendering.shellSent = true;
  if (isbot(request.headers.get("user-agent"))) await body.allReady;
  headers.set("content-type", "text/html; charset=utf-8");
  return new Response(body, { status: rendering.status, headers });
}
