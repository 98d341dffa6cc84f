import type { Meaning } from "#app/domain/warehouse/floor/scan-meaning.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

const foreignTexts = { bin: "wrong.foreignBin", task: "wrong.foreignTask" } as const;

/** What to say of a code that means nothing where it was scanned; undefined for one of the house's own things. */
export function useUnsaid(): (meaning: Meaning) => string | undefined {
  const { t } = useTranslation("floor");
  return (meaning) => {
    if (meaning.kind === "plate") return t("wrong.plate", { saw: meaning.plate });
    if (meaning.kind === "unknown") return `${t("wrong.unknown", { saw: meaning.saw })} ${t("wrong.known")}`;
    if (meaning.kind === "foreign" && meaning.what === "item") return `${t("wrong.foreignItem", { saw: meaning.saw })} ${t("wrong.known")}`;
    if (meaning.kind === "details") return t("wrong.details", { saw: meaning.saw });
    return meaning.kind === "foreign" ? t(foreignTexts[meaning.what], { saw: meaning.saw }) : undefined;
  };
}
