import { createInstance, type i18n } from "i18next";
import type { Locale } from "./locales.ts";
import { frameNamespaces, type Namespace } from "./namespaces.ts";
import { i18nOptions, withDerivedPlurals } from "./options.ts";

type NamespaceModule = Record<string, Parameters<typeof withDerivedPlurals>[0]>;

/** One small chunk per language and namespace; only the current language is ever fetched. */
const chunks = import.meta.glob<NamespaceModule>(["./en/*.ts", "./pt-BR/*.ts", "!./*/resources.ts"]);

const chunkBackend = {
  type: "backend" as const,
  init() {},
  read: readChunk,
};

async function readChunk(language: string, namespace: string) {
  const texts = (await chunks[`./${language}/${namespace}.ts`]?.())?.[namespace];
  if (!texts) throw new Error(`no texts for ${language}/${namespace}`);
  return withDerivedPlurals(texts);
}

/** Loads the frame's texts and those of the matched routes before hydration, so that nothing flashes. */
export async function createClientI18n(locale: Locale, pageNamespaces: readonly Namespace[]): Promise<i18n> {
  const instance = createInstance().use(chunkBackend);
  await instance.init({ ...i18nOptions(locale), ns: [...new Set([...frameNamespaces, ...pageNamespaces])] });
  return instance;
}
