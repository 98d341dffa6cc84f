import type { RouterContextProvider } from "react-router";
import type { Namespace } from "#app/i18n/namespaces.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { localeContext } from "#app/middleware/contexts.ts";
import { titled } from "./titled.ts";

/** Titles are made on the server, where the reader's language is known before any script runs. */
export async function pageTitle(
  context: Readonly<RouterContextProvider>,
  namespace: Namespace,
  key: string,
  values: Record<string, string> = {},
) {
  const t = await getTranslator(context.get(localeContext), namespace);
  const translate = t as (key: string, values: Record<string, string>) => string;
  return titled(translate(key, values));
}
