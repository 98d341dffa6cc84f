import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { useVersionedDraft } from "#app/components/settings/use-versioned-draft.ts";
import { ConflictNotice, Theirs } from "#app/components/settings/version-conflict.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { ProductDetail } from "#app/domain/catalog/read-product.server.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { attributesText } from "#app/domain/catalog/attribute-lines.ts";

type Draft = { title: string; brand: string; description: string; attributes: string; imageUrls: string; version: number };
type FieldName = Exclude<keyof Draft, "version">;
type Answer = { ok: true } | FormProblem;

function draftOf(product: ProductDetail): Draft {
  return {
    title: product.title,
    brand: product.brand ?? "",
    description: product.description ?? "",
    attributes: attributesText(product.attributes),
    imageUrls: product.imageUrls.join("\n"),
    version: product.version,
  };
}

/** What a product is. Somebody else's newer version is never overwritten unseen. */
export function ProductForm({ product }: { product: ProductDetail }) {
  const { t } = useTranslation("catalog");
  const fetcher = useFetcher<Answer>({ key: `product-${product.id}` });
  const saved = draftOf(product);
  const { draft, change, version, isBehind, isCompared, refuse, adopt, settle } = useVersionedDraft(saved);
  useAnswer(fetcher, (told) => {
    if (!told.ok && told.code === "conflict") refuse();
    if (!told.ok) return;
    settle();
    toast.ok(t("savedToast"));
  });
  const answer = fetcher.data;
  const fields = answer?.ok === false ? answer.fields : {};
  const errorOf = (name: string) => Object.entries(fields).find(([field]) => field === name || field.startsWith(`${name}.`))?.[1];
  const theirs = (name: FieldName) =>
    isCompared && draft[name] !== saved[name] ? <Theirs value={saved[name]} use={() => change({ [name]: saved[name] })} /> : undefined;
  const typed = (name: FieldName) => ({
    value: draft[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <Card>
      <CardHeader title={t("edit")} />
      <fetcher.Form method="post" noValidate>
        <input type="hidden" name="intent" value="update" />
        <input type="hidden" name="version" value={version} />
        <CardBody className="grid gap-5 sm:grid-cols-2">
          <Notices answer={answer} isBehind={isBehind && fetcher.state === "idle"} isCompared={isCompared} adopt={adopt} />
          <Field label={t("product")} name="title" required error={errorOf("title")} description={theirs("title")}>
            <Input maxLength={200} {...typed("title")} />
          </Field>
          <Field label={t("brand")} name="brand" optional error={errorOf("brand")} description={theirs("brand")}>
            <Input maxLength={80} {...typed("brand")} />
          </Field>
          <Field
            label={t("description")}
            name="description"
            optional
            className="sm:col-span-2"
            error={errorOf("description")}
            description={theirs("description")}
          >
            <Textarea {...typed("description")} />
          </Field>
          <Field
            label={t("attributes")}
            name="attributes"
            optional
            error={errorOf("attributes")}
            description={theirs("attributes") ?? t("attributesHint")}
          >
            <Textarea {...typed("attributes")} />
          </Field>
          <Field
            label={t("images")}
            name="imageUrls"
            optional
            error={errorOf("imageUrls")}
            description={theirs("imageUrls") ?? t("imagesHint")}
          >
            <Textarea {...typed("imageUrls")} />
          </Field>
        </CardBody>
        <CardFooter>
          <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
            {t("save")}
          </Button>
        </CardFooter>
      </fetcher.Form>
    </Card>
  );
}

type NoticesProps = { answer: Answer | undefined; isBehind: boolean; isCompared: boolean; adopt: () => void };

function Notices({ answer, isBehind, isCompared, adopt }: NoticesProps) {
  if (isBehind || isCompared) return <ConflictNotice isBehind={isBehind} isCompared={isCompared} adopt={adopt} />;
  if (answer?.ok !== false || answer.code === "conflict" || Object.keys(answer.fields).length > 0) return null;
  return <InlineAlert tone="wrong" className="sm:col-span-2" title={answer.error} />;
}
