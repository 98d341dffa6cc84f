import { Link } from "react-router";
import { DateTime } from "#app/components/ui/time.tsx";
import type { PatternEvidence } from "#app/domain/patterns/read-pattern.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Some of the sessions that something was seen in, each leading to what was done there. */
export function Evidence({ evidence }: { evidence: readonly PatternEvidence[] }) {
  const { t } = useTranslation("patterns");
  return (
    <>
      <h3 className="label-caps">{t("evidence")}</h3>
      {evidence.length === 0 ? <p className="text-muted">{t("noEvidence")}</p> : null}
      <ul className="grid gap-1">
        {evidence.map(({ id, text, occurredAt }) => (
          <li key={id} className="min-w-0 wrap-anywhere">
            <DateTime ms={occurredAt} className="text-muted" />{" "}
            <Link to={`/interactions/${id}`} className="text-accent underline decoration-1 underline-offset-4">
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}
