import { Form } from "react-router";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody } from "#app/components/ui/card.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { touchedKinds } from "#app/domain/warehouse/monitoring/archive-query.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

type Asked = Partial<Record<"fromDay" | "toDay" | "fromSeq" | "toSeq" | "about" | "bin" | "sku" | "by", string>>;

/** What to look for. It is in the address, so that a search can be sent on. */
export function ArchiveFilter({ asked }: { asked: Asked }) {
  const { t } = useTranslation("archive");
  const about = [{ value: "", label: t("anything") }, ...touchedKinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) }))];
  return (
    <Card>
      <CardBody>
        <Form method="get" key={JSON.stringify(asked)} className="grid grid-cols-2 gap-4 lg:grid-cols-4">
          <Field label={t("fromDay")} name="fromDay">
            <Input type="date" defaultValue={asked.fromDay} />
          </Field>
          <Field label={t("toDay")} name="toDay">
            <Input type="date" defaultValue={asked.toDay} />
          </Field>
          <Field label={t("fromSeq")} name="fromSeq">
            <Input inputMode="numeric" maxLength={15} defaultValue={asked.fromSeq} autoComplete="off" />
          </Field>
          <Field label={t("toSeq")} name="toSeq">
            <Input inputMode="numeric" maxLength={15} defaultValue={asked.toSeq} autoComplete="off" />
          </Field>
          <Field label={t("about")} name="about">
            <NativeSelect options={about} defaultValue={asked.about ?? ""} />
          </Field>
          <Field label={t("bin")} name="bin">
            <Input mono maxLength={80} defaultValue={asked.bin} autoComplete="off" spellCheck={false} />
          </Field>
          <Field label={t("sku")} name="sku">
            <Input mono maxLength={80} defaultValue={asked.sku} autoComplete="off" spellCheck={false} />
          </Field>
          <Field label={t("by")} name="by">
            <Input maxLength={80} defaultValue={asked.by} autoComplete="off" spellCheck={false} />
          </Field>
          <div className="flex flex-wrap items-end gap-3">
            <Button type="submit" variant="primary">
              {t("search")}
            </Button>
            {Object.keys(asked).length === 0 ? null : (
              <LinkButton to="?" variant="ghost">
                {t("clear")}
              </LinkButton>
            )}
          </div>
        </Form>
      </CardBody>
    </Card>
  );
}
