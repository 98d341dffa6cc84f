import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { HydratedRouter } from "react-router/dom";
import { patientFetch, waitForNews } from "#app/components/console/patient-fetch.ts";
import { DocumentContext, type DocumentFacts } from "#app/components/ui/document-context.ts";
import { toast } from "#app/components/ui/toast.ts";
import { keepTexts, textHere } from "#app/i18n/browser-texts.ts";
import { createClientI18n } from "#app/i18n/client-i18n.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { parseNamespaces } from "#app/i18n/route-namespaces.ts";

function readDocumentFacts(): DocumentFacts {
  const { lang, dataset } = document.documentElement;
  const { theme } = dataset;
  return {
    nonce: document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "",
    locale: isLocale(lang) ? lang : "en",
    theme: theme === "light" || theme === "dark" ? theme : "system",
    requestId: document.querySelector<HTMLMetaElement>('meta[name="request-id"]')?.content ?? "",
  };
}

const readPatiently = patientFetch({
  fetch: (request) => window.fetch(request),
  wait: waitForNews,
  pathname: () => location.pathname,
  isOnline: () => navigator.onLine,
  tell: (trouble) => void toast.watch(textHere(`unanswered.${trouble}`)),
});

async function hydrate(): Promise<void> {
  const facts = readDocumentFacts();
  // The scroll lock behind dialogs adds a <style>; it takes its CSP nonce from this global.
  Object.assign(globalThis, { __webpack_nonce__: facts.nonce });
  const i18n = await createClientI18n(facts.locale, parseNamespaces(document.documentElement.dataset["texts"]));
  keepTexts(i18n);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <DocumentContext value={facts}>
          <I18nextProvider i18n={i18n}>
            <HydratedRouter unstable_fetch={readPatiently} />
          </I18nextProvider>
        </DocumentContext>
      </StrictMode>,
    );
  });
}

void hydrate();
