import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useNavigation } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import type { FormProblem } from "#app/domain/errors.ts";

/** Lines to paste or a file to bring. It works without scripts, too. */
export function CostForm({ problem }: { problem: FormProblem | undefined }) {
  const { t } = useTranslation(["catalog", "common"]);
  const { state } = useNavigation();
  const error = problem?.fields["lines"] ?? problem?.fields["costs"];
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-6">
      {problem !== undefined && error === undefined ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <Card>
        <CardHeader title={t("costs.give")} description={t("costs.giveText")} />
        <CardBody className="grid gap-5">
          <Field label={t("costs.lines")} name="lines" description={t("costs.linesHint")} error={error}>
            <Textarea
              rows={8}
              className="font-mono text-sm"
              defaultValue={problem?.typed?.["lines"]}
              autoComplete="off"
              spellCheck={false}
            />
          </Field>
          <Field label={t("costs.file")} name="file" optional>
            <Input type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" className="h-auto py-1.5" />
          </Field>
        </CardBody>
        <CardFooter>
          <LinkButton to="/catalog">{t("cancel", { ns: "common" })}</LinkButton>
          <Button type="submit" name="step" value="check" variant="primary" loading={state !== "idle"}>
            {t("costs.check")}
          </Button>
        </CardFooter>
      </Card>
    </Form>
  );
}
