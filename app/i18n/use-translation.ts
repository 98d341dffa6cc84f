import { useTranslation as useUntyped } from "react-i18next";
import type { i18n } from "i18next";
import type { Namespace } from "./namespaces.ts";
import { type Translate, withKnownKeys } from "./text-keys.ts";

/** The texts of a namespace, and of further ones by `t(key, { ns })`. */
export function useTranslation<Ns extends Namespace = "common">(
  namespaces?: Ns | readonly [Ns, ...Namespace[]],
): { t: Translate<Ns>; i18n: i18n } {
  const { t, i18n } = useUntyped(namespaces);
  return { t: withKnownKeys<Ns>(t), i18n };
}
