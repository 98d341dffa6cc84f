import type { Namespace } from "#app/i18n/namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type KnownText = (namespace: Namespace, key: string, values?: Readonly<Record<string, unknown>>) => string | undefined;

/** Texts for names that come from the database: undefined where this version has no words for them. */
export function useKnownText(): KnownText {
  const { t, i18n } = useTranslation();
  const translate = t as (key: string, values: Record<string, unknown>) => string;
  return (ns, key, values = {}) => {
    if (!i18n.exists(key, { ...values, ns })) return undefined;
    const text = translate(key, { ...values, ns });
    // What an older rule wrote may lack a figure that today's sentence is made of.
    return typeof text !== "string" || text.includes("{{") ? undefined : text;
  };
}
