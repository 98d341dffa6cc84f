import { Form, useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { Field as Asked } from "#app/domain/conditions.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { PolicyAnswer } from "./policy-card.tsx";
import { PolicyFields } from "./policy-fields.tsx";

type NewPolicyCardProps = { tool: string | null; tools: readonly { value: string; label: string }[]; fields: readonly Asked[] };

/** First what it is about, as the fields to ask about follow from that. */
export function NewPolicyCard({ tool, tools, fields }: NewPolicyCardProps) {
  const { t } = useTranslation("triggers");
  const making = useFetcher<PolicyAnswer>();
  useAnswer(making, (answer) => {
    if (answer.ok) toast.ok(t("policies.told.saved"));
  });
  const problem = making.data?.ok === false && making.state === "idle" ? making.data : undefined;
  return (
    <Card>
      <CardHeader title={t("policies.new")} description={t("policies.newText")} />
      <CardBody className="grid gap-5">
        <Form className="flex flex-wrap items-end gap-3" preventScrollReset>
          <Field label={t("policies.tool")} name="tool">
            <NativeSelect key={tool} className="sm:w-80" defaultValue={tool ?? tools[0]?.value} options={tools} />
          </Field>
          <Button type="submit">{t("policies.choose")}</Button>
        </Form>
      </CardBody>
      {tool === null ? null : (
        <making.Form method="post" noValidate>
          <CardBody className="grid gap-4 border-t border-line">
            <input type="hidden" name="intent" value="create" />
            <input type="hidden" name="tool" value={tool} />
            {problem === undefined ? null : <InlineAlert tone="wrong" title={problem.error} />}
            <PolicyFields
              key={`${tool} ${making.data?.ok === true}`}
              draft={{ name: "", conditions: { match: "all", conditions: [] }, mostPerDay: 20 }}
              fields={fields}
              errors={problem?.fields ?? {}}
            />
          </CardBody>
          <CardFooter>
            <Button type="submit" variant="primary" loading={making.state !== "idle"}>
              {t("policies.create")}
            </Button>
          </CardFooter>
        </making.Form>
      )}
    </Card>
  );
}
