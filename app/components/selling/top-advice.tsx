import { Link } from "react-router";
import { useTranslation } from "#app/i18n/use-translation.ts";

export type AdviceLine = { id: string; title: string; subject: string; effect: string; to: string };

/** The few pieces of advice that matter most, each with what it is about and what it is expected to bring. */
export function TopAdvice({ lines }: { lines: readonly AdviceLine[] }) {
  const { t } = useTranslation("console");
  return (
    <ul aria-label={t("needs.topAdvice")} className="grid gap-2 pb-3 pl-4">
      {lines.map(({ id, title, subject, effect, to }) => (
        <li key={id} className="grid min-w-0 gap-0.5 border-l-2 border-line pl-3">
          <Link to={to} className="break-words underline-offset-4 hover:underline">
            {title}
          </Link>
          <span className="text-sm break-words text-muted">
            {subject} · {effect}
          </span>
        </li>
      ))}
    </ul>
  );
}
