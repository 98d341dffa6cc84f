import { useFetcher, useNavigate, useSubmit } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Artifact } from "#app/domain/artifacts/artifact-row.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Posted = { ok: true; intent: string } | FormProblem;

export function ArtifactSettings({ artifact: { id, title, note, visibility, isOwn } }: { artifact: Artifact }) {
  const { t } = useTranslation(["dashboards", "common"]);
  const navigate = useNavigate();
  const submit = useSubmit();
  const saving = useFetcher<Posted>();
  useAnswer(saving, (answer) => {
    if (!answer.ok) {
      toast.wrong(answer.error);
      return;
    }
    if (answer.intent !== "remove") {
      const told = { workspace: "artifact.shared", private: "artifact.unshared" } as const;
      toast.ok(t(answer.intent === "workspace" || answer.intent === "private" ? told[answer.intent] : "artifact.saved"));
      return;
    }
    const undo = () => void submit({ id }, { method: "post", action: "/artifacts", navigate: false });
    toast.ok(t("artifact.deleted", { title }), { action: { label: t("undo", { ns: "common" }), onPress: undo } });
    void navigate("/artifacts");
  });
  const problems = saving.data?.ok === false ? saving.data.fields : {};
  const post = (fields: Record<string, string>) => void saving.submit(fields, { method: "post" });
  const isShared = visibility === "workspace";
  return (
    <Card>
      <CardHeader title={t("artifact.rename")} />
      <saving.Form method="post" noValidate>
        <input type="hidden" name="intent" value="save" />
        <CardBody className="grid max-w-prose gap-4">
          <Field label={t("artifact.name")} name="title" error={problems["title"]}>
            <Input key={title} maxLength={120} defaultValue={title} />
          </Field>
          <Field label={t("artifact.note")} name="note" optional error={problems["note"]}>
            <Textarea key={note} rows={3} maxLength={2000} defaultValue={note} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button onClick={() => post({ intent: "remove" })}>{t("artifact.delete")}</Button>
          {isShared && !isOwn ? null : (
            <Button onClick={() => post({ intent: "visibility", visibility: isShared ? "private" : "workspace" })}>
              {t(isShared ? "artifact.unshare" : "artifact.share")}
            </Button>
          )}
          <Button type="submit" variant="primary" loading={saving.state !== "idle"}>
            {t("artifact.save")}
          </Button>
        </CardFooter>
      </saving.Form>
    </Card>
  );
}
