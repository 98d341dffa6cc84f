import { createInstance, type i18n } from "i18next";
import { en } from "./en/resources.ts";
import type { Locale } from "./locales.ts";
import { type Namespace, namespaces } from "./namespaces.ts";
import { i18nOptions, withDerivedPlurals } from "./options.ts";
import { ptBR } from "./pt-BR/resources.ts";
import { type Translate, withKnownKeys } from "./text-keys.ts";

const resources = { en, "pt-BR": withDerivedPlurals(ptBR) };
const instances = new Map<Locale, Promise<i18n>>();

/** An instance never changes its language, so all requests in that language share it. */
export function createServerI18n(locale: Locale): Promise<i18n> {
  const known = instances.get(locale);
  if (known) return known;
  const created = startInstance(locale);
  instances.set(locale, created);
  return created;
}

async function startInstance(locale: Locale): Promise<i18n> {
  const instance = createInstance();
  await instance.init({ ...i18nOptions(locale), ns: [...namespaces], resources: { [locale]: resources[locale] }, initAsync: false });
  return instance;
}

/** For loaders, actions and mail: `const t = await getTranslator(locale, "mail")`. */
export async function getTranslator<Ns extends Namespace>(locale: Locale, namespace: Ns): Promise<Translate<Ns>> {
  const instance = await createServerI18n(locale);
  return withKnownKeys<Ns>(instance.getFixedT(locale, namespace));
}
