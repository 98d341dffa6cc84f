import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Field } from "#app/domain/conditions.ts";
import type { Trigger } from "#app/domain/triggers/trigger-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { SecretPanel } from "./secret-panel.tsx";
import type { TriggerAnswer } from "./trigger-acts.tsx";
import { TriggerFields } from "./trigger-form.tsx";

type ChangeTriggerCardProps = {
  trigger: Trigger & { timeZone: string };
  fields: readonly Field[];
  tools: readonly string[];
  agents: readonly string[];
};

export function ChangeTriggerCard({ trigger, fields, tools, agents }: ChangeTriggerCardProps) {
  const { t } = useTranslation("triggers");
  const saving = useFetcher<TriggerAnswer>();
  useAnswer(saving, (answer) => {
    if (answer.ok) toast.ok(t("told.saved"));
  });
  const problem = saving.data?.ok === false && saving.state === "idle" ? saving.data : undefined;
  const secret = saving.data?.ok === true && saving.data.intent === "save" ? saving.data.secret : null;
  return (
    <>
      {secret === null ? null : <SecretPanel secret={secret} action={<span className="text-muted">{t("secret.title")}</span>} />}
      <Card>
        <CardHeader title={t("form.change")} description={t("form.changeText")} />
        <saving.Form method="post" noValidate>
          <input type="hidden" name="intent" value="save" />
          <CardBody className="grid gap-4">
            {problem === undefined ? null : <InlineAlert tone="wrong" title={problem.error} />}
            <TriggerFields
              key={trigger.updatedAt}
              draft={trigger}
              fields={fields}
              tools={tools}
              agents={agents}
              timeZone={trigger.timeZone}
              errors={problem?.fields ?? {}}
            />
          </CardBody>
          <CardFooter>
            <Button type="submit" loading={saving.state !== "idle"}>
              {t("form.save")}
            </Button>
          </CardFooter>
        </saving.Form>
      </Card>
    </>
  );
}
