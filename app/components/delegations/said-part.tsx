import type { Part } from "#app/domain/delegations/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** One piece of what was said or handed over. What others wrote is shown as it is and never followed by itself. */
export function SaidPart({ part }: { part: Part }) {
  const { t } = useTranslation("delegations");
  if ("text" in part) return <p className="break-words whitespace-pre-wrap">{part.text}</p>;
  if ("url" in part) return <p className="font-mono text-xs break-all">{part.url}</p>;
  if ("raw" in part) return <p className="text-sm text-muted">{t("file", { name: part.filename ?? part.mediaType ?? "" })}</p>;
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted">{t("data")}</summary>
      <pre tabIndex={0} aria-label={t("data")} className="mt-2 max-h-96 overflow-auto rounded bg-sunken p-3 font-mono text-xs">
        {JSON.stringify(part.data, null, 2)}
      </pre>
    </details>
  );
}
