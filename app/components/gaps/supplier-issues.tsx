import { Check } from "lucide-react";
import { Link } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardHeader } from "#app/components/ui/card.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import type { SupplierIssue } from "#app/domain/reviews/list-supplier-issues.server.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { GapActing } from "./gap-answer.ts";

type SupplierIssuesProps = { issues: readonly SupplierIssue[]; mayWrite: boolean; acting: GapActing };

/** What is open with those who make or sell the goods to us. */
export function SupplierIssues({ issues, mayWrite, acting }: SupplierIssuesProps) {
  const { t } = useTranslation("gaps");
  return (
    <Card>
      <CardHeader title={t("issues.title")} />
      {issues.length === 0 ? (
        <CardBody>
          <p className="flex items-center gap-2 text-muted">
            <Check aria-hidden className="size-4 text-ok" /> {t("issues.none")}
          </p>
        </CardBody>
      ) : (
        <ul aria-label={t("issues.title")}>
          {issues.map(({ id, title, productId, note, notedBy, createdAt }) => (
            <li key={id} className="grid gap-2 border-b border-line px-5 py-4 last:border-b-0">
              {productId === null ? (
                <span className="font-medium break-words">{title}</span>
              ) : (
                <Link to={`/catalog/${productId}`} className="font-medium break-words underline underline-offset-4">
                  {title}
                </Link>
              )}
              <p className="break-words">{note}</p>
              <p className="text-sm text-muted">
                {t("issues.by", { name: notedBy })} · <RelativeTime ms={createdAt} />
              </p>
              {mayWrite ? (
                <acting.Form method="post">
                  <input type="hidden" name="id" value={id} />
                  <Button
                    type="submit"
                    name="intent"
                    value="settle"
                    size="sm"
                    disabled={acting.formData?.get("id") === id}
                    aria-label={t("issues.settledOf", { issue: title })}
                  >
                    {t("issues.settled")}
                  </Button>
                </acting.Form>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
