import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useNavigation } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import type { FormProblem } from "#app/domain/errors.ts";
import { VariantFields } from "./variant-fields.tsx";

/** A product by hand. It works without scripts, too. */
export function NewProductForm({ problem }: { problem: FormProblem | undefined }) {
  const { t } = useTranslation(["catalog", "common"]);
  const { state } = useNavigation();
  const fields = problem?.fields ?? {};
  const errorOf = (name: string) => fields[name] ?? fields[`variants.0.${name}`];
  return (
    <Form method="post" noValidate className="grid gap-6">
      {problem !== undefined && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={problem.error} /> : null}
      <Card>
        <CardHeader title={t("edit")} />
        <CardBody className="grid gap-5 sm:grid-cols-2">
          <Field label={t("product")} name="title" required error={errorOf("title")}>
            <Input maxLength={200} autoFocus autoComplete="off" />
          </Field>
          <Field label={t("brand")} name="brand" optional error={errorOf("brand")}>
            <Input maxLength={80} autoComplete="off" />
          </Field>
          <Field label={t("description")} name="description" optional className="sm:col-span-2" error={errorOf("description")}>
            <Textarea />
          </Field>
        </CardBody>
      </Card>
      <Card>
        <CardHeader title={t("firstSku")} description={t("firstSkuHint")} />
        <CardBody>
          <VariantFields errorOf={errorOf} />
        </CardBody>
        <CardFooter>
          <LinkButton to="/catalog">{t("cancel", { ns: "common" })}</LinkButton>
          <Button type="submit" variant="primary" loading={state !== "idle"}>
            {t("createSubmit")}
          </Button>
        </CardFooter>
      </Card>
    </Form>
  );
}
