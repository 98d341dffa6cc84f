import type { RouterContextProvider } from "react-router";
import type { Namespace } from "#app/i18n/namespaces.ts";
import { getTranslator } from "#app/i18n/server-i18n.server.ts";
import { localeContext } from "#app/middleware/contexts.ts";

/** Titles are made on the server, where the reader's language is known before any script runs. */
export async function pageTitle(
  context: Readonly<RouterContextProvider>,
  namespace: Namespace,
  key: string,
  values: Record<string, string> = {},
) {
  return named(await translated(context, namespace, key, values)).title;
}

/** For the page of one row: its name in the browser's tab, and as the last of the breadcrumbs. */
export async function rowTitle(
  context: Readonly<RouterContextProvider>,
  namespace: Namespace,
  key: string,
  values: Record<string, string>,
): Promise<RowTitle> {
  return named(await translated(context, namespace, key, values));
}

type RowTitle = { title: string; crumb: string };

/** The same where the row has a name of its own. */
export function named(name: string): RowTitle {
  return { title: `${name} · Entrepot`, crumb: name };
}

async function translated(
  context: Readonly<RouterContextProvider>,
  namespace: Namespace,
  key: string,
  values: Record<string, string>,
): Promise<string> {
  const t = await getTranslator(context.get(localeContext), namespace);
  const translate = t as (key: string, values: Record<string, string>) => string;
  return translate(key, values);
}
