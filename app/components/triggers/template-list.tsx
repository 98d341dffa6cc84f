import { Link } from "react-router";
import { templateIds } from "#app/domain/triggers/templates.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** Triggers that many want, each one link away from the form. */
export function TemplateList() {
  const { t } = useTranslation("triggers");
  return (
    <ul aria-label={t("form.templates")} className="grid gap-3 text-left sm:grid-cols-2 xl:grid-cols-3">
      {templateIds.map((id) => (
        <li key={id} className="relative rounded border border-line bg-raised px-4 py-3 hover:border-accent">
          <Link
            to={`/triggers/new?template=${id}`}
            className="font-semibold text-accent underline decoration-1 underline-offset-4 after:absolute after:inset-0"
          >
            {t(`templates.${id}.name`)}
          </Link>
          <p className="text-sm text-muted">{t(`templates.${id}.text`)}</p>
        </li>
      ))}
    </ul>
  );
}
