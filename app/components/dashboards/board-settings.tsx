import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Dashboard } from "#app/domain/artifacts/dashboard-row.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type BoardSettingsProps = { board: Dashboard; errors: Readonly<Record<string, string>> };

export function BoardSettings({ board: { name, isDefault, visibility, isOwn }, errors }: BoardSettingsProps) {
  const { t } = useTranslation("dashboards");
  const saving = useFetcher<{ ok: true } | FormProblem>();
  useAnswer(saving, (answer) => {
    if (answer.ok) toast.ok(t("artifact.saved"));
    else toast.wrong(answer.error);
  });
  const post = (fields: Record<string, string>) => void saving.submit(fields, { method: "post" });
  const problems = saving.data?.ok === false ? saving.data.fields : errors;
  const isShared = visibility === "workspace";
  return (
    <Card>
      <CardHeader title={t("board.settings")} />
      <CardBody>
        <saving.Form method="post" noValidate className="flex flex-wrap items-start gap-3">
          <Field label={t("board.name")} name="name" error={problems["name"]} className="min-w-60 grow">
            <Input key={name} maxLength={120} defaultValue={name} />
          </Field>
          <Button type="submit" name="intent" value="rename" className="mt-6.5" loading={saving.state !== "idle"}>
            {t("board.rename")}
          </Button>
        </saving.Form>
      </CardBody>
      <CardFooter>
        {isDefault ? null : <Button onClick={() => post({ intent: "default" })}>{t("board.makeDefault")}</Button>}
        {isShared && !isOwn ? null : (
          <Button onClick={() => post({ intent: "visibility", visibility: isShared ? "private" : "workspace" })}>
            {t(isShared ? "board.unshare" : "board.share")}
          </Button>
        )}
        <ConfirmDialog
          trigger={<Button>{t("board.delete")}</Button>}
          title={t("board.actOf", { act: t("board.delete"), what: name })}
          description={t("board.deleteText")}
          confirmLabel={t("board.delete")}
          destructive
          form={{ fields: { intent: "remove" } }}
        />
      </CardFooter>
    </Card>
  );
}
