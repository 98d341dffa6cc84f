import { FileUp } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { Checkbox } from "#app/components/ui/checkbox.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { Textarea } from "#app/components/ui/textarea.tsx";
import type { BinProblem } from "#app/domain/warehouse/bin-csv.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useZoneForm } from "./use-zone-form.tsx";

/** Bins of a spreadsheet, chosen as a file or pasted. */
export function ImportDialog() {
  const { t } = useTranslation("warehouse");
  const [isOpen, setIsOpen] = useState(false);
  const button = (
    <Button icon={<FileUp aria-hidden />} variant="secondary">
      {t("importBins")}
    </Button>
  );
  return (
    <Dialog trigger={button} open={isOpen} onOpenChange={setIsOpen} title={t("importBins")} description={t("importText")} size="lg">
      {isOpen ? <ImportForm close={() => setIsOpen(false)} /> : null}
    </Dialog>
  );
}

function ImportForm({ close }: { close: () => void }) {
  const { t } = useTranslation("warehouse");
  const [csv, setCsv] = useState("");
  const { fetcher, hidden, fields, error, problems } = useZoneForm("import", close);
  return (
    <fetcher.Form method="post" noValidate className="grid gap-5">
      {hidden}
      {error !== undefined && Object.keys(fields).length === 0 ? <InlineAlert tone="wrong" title={error} /> : null}
      <Field label={t("importFile")}>
        <Input
          type="file"
          className="py-1.5"
          accept=".csv,text/csv,text/plain"
          onChange={(event) => void event.target.files?.[0]?.text().then(setCsv)}
        />
      </Field>
      <Field label={t("importCsv")} name="csv" required description={t("importColumns")} error={fields["csv"]}>
        <Textarea value={csv} onChange={(event) => setCsv(event.target.value)} rows={6} className="font-mono" spellCheck={false} />
      </Field>
      {problems.length === 0 ? null : <Problems problems={problems} />}
      {problems.length === 0 ? null : (
        <Field label={t("importSkip")} name="skipsBad" inline>
          <Checkbox value="on" />
        </Field>
      )}
      <Button type="submit" variant="primary" loading={fetcher.state !== "idle"}>
        {t("importBins")}
      </Button>
    </fetcher.Form>
  );
}

function Problems({ problems }: { problems: readonly BinProblem[] }) {
  const { t } = useTranslation("warehouse");
  return (
    <section className="grid gap-2">
      <InlineAlert tone="watch" title={t("importProblems", { count: problems.length })} />
      <div className="max-h-60 overflow-y-auto">
        <Table label={t("importProblems", { count: problems.length })}>
          <thead>
            <tr>
              <Th align="end">{t("importLine")}</Th>
              <Th>{t("importSaw")}</Th>
              <Th>{t("importWhy")}</Th>
            </tr>
          </thead>
          <tbody>
            {problems.map(({ line, column, reason, saw }) => (
              <Tr key={`${line} ${column}`}>
                <Td align="end">{line}</Td>
                <Td className="font-mono break-all">{saw}</Td>
                <Td>{t(`csvReasons.${reason}`)}</Td>
              </Tr>
            ))}
          </tbody>
        </Table>
      </div>
    </section>
  );
}
