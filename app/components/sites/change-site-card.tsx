import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Site } from "#app/domain/sites/site-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { SiteAnswer } from "./site-acts.tsx";
import { SiteFields } from "./site-fields.tsx";
import { SiteProblem } from "./site-problem.tsx";

/** Reading again while somebody writes leaves what they wrote: the fields begin anew only when the settings did change. */
export function ChangeSiteCard({ site }: { site: Site }) {
  const { t } = useTranslation("sites");
  const saving = useFetcher<SiteAnswer>();
  useAnswer(saving, (answer) => {
    if (answer.ok) toast.ok(t("saved"));
  });
  const problem = saving.data?.ok === false && saving.state === "idle" ? saving.data : undefined;
  return (
    <Card key={site.updatedAt}>
      <CardHeader title={t("fields.settings")} description={t("fields.settingsText")} />
      <saving.Form method="post" noValidate>
        <input type="hidden" name="intent" value="save" />
        <input type="hidden" name="version" value={site.version} />
        <CardBody className="grid gap-6">
          <SiteFields draft={site} errors={problem?.fields ?? {}} level={3} />
          {problem === undefined ? null : (
            <SiteProblem title={problem.code === "conflict" ? t("changedElsewhere") : problem.error} fields={problem.fields} />
          )}
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={saving.state !== "idle"}>
            {t("save")}
          </Button>
        </CardFooter>
      </saving.Form>
    </Card>
  );
}
