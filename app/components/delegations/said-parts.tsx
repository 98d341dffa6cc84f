import type { Part } from "#app/domain/delegations/schemas.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** All pieces of something, in their order: they have no names of their own. */
export function SaidParts({ parts }: { parts: readonly Part[] }) {
  const placed = parts.map((part, place) => ({ part, key: String(place) }));
  return placed.map(({ part, key }) => <SaidPart key={key} part={part} />);
}

/** What others wrote is shown as it is and never followed by itself. */
function SaidPart({ part }: { part: Part }) {
  const { t } = useTranslation("delegations");
  if ("text" in part) return <p className="break-words whitespace-pre-wrap">{part.text}</p>;
  if ("url" in part) return <p className="font-mono text-xs break-all">{part.url}</p>;
  if ("raw" in part) return <p className="text-sm text-muted">{t("file", { name: part.filename ?? part.mediaType ?? "" })}</p>;
  return (
    <details>
      <summary className="cursor-pointer text-sm text-muted">{t("data")}</summary>
      <pre className="mt-2 rounded bg-sunken p-3 font-mono text-xs break-words whitespace-pre-wrap">
        {JSON.stringify(part.data, null, 2)}
      </pre>
    </details>
  );
}
