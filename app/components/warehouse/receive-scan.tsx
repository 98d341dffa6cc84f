import { ScanLine } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { VariantName } from "#app/domain/catalog/listing-rows.server.ts";
import { readScan } from "#app/domain/warehouse/barcodes/read-scan.ts";
import { type ReceiveDraft, takeScan } from "#app/domain/warehouse/receive-draft.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ItemView } from "#party/warehouse-zone/protocol.ts";

export type ScannedSku = { id: string; sku: string; title: string };

type ReceiveScanProps = {
  draft: ReceiveDraft;
  items: ReadonlyMap<string, ItemView>;
  take: (draft: ReceiveDraft) => void;
  found: (sku: ScannedSku) => void;
};

const withoutZeros = (code: string) => code.replace(/^0+/, "");

/** A scanner types here and ends with Enter: what the code says goes into the form's fields. */
export function ReceiveScan({ draft, items, take, found }: ReceiveScanProps) {
  const { t } = useTranslation("warehouse");
  const [text, setText] = useState("");
  const [said, setSaid] = useState<{ text: string; isWrong: boolean }>();
  const lookUp = useSkuLookUp(found, (gtin) => setSaid({ text: t("scanUnknownSku", { gtin }), isWrong: true }));
  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key !== "Enter") return;
    event.preventDefault();
    const read = takeScan(draft, readScan(text, { thisYear: new Date().getFullYear() }));
    if (read === undefined) {
      setSaid({ text: t("scanNothing", { text: text.slice(0, 40) }), isWrong: true });
      return;
    }
    const { gtin } = read;
    take(read.draft);
    setText("");
    setSaid({ text: t("scanRead", { text: read.text }), isWrong: false });
    if (gtin === null) return;
    const known = [...items.values()].find((item) => item.code === gtin || withoutZeros(item.gtin ?? "") === withoutZeros(gtin));
    if (known === undefined) lookUp(gtin);
    else found({ id: known.sku, sku: known.code, title: known.title });
  }
  return (
    <>
      <Field label={t("scan")} description={t("scanHint")} error={said?.isWrong === true ? said.text : undefined}>
        <Input
          mono
          icon={<ScanLine />}
          value={text}
          maxLength={512}
          autoFocus
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={onKeyDown}
        />
      </Field>
      <p aria-live="polite" className="min-h-5 text-sm text-muted">
        {said?.isWrong === false ? said.text : null}
      </p>
    </>
  );
}

/** A SKU that this zone has never had: the catalogue is asked for its number. */
function useSkuLookUp(found: (sku: ScannedSku) => void, missing: (gtin: string) => void): (gtin: string) => void {
  const { load, data } = useFetcher<{ data: VariantName[] }>();
  const asked = useRef<string>(undefined);
  const told = useRef({ found, missing });
  useEffect(() => {
    told.current = { found, missing };
  });
  useEffect(() => {
    const gtin = asked.current;
    if (data === undefined || gtin === undefined) return;
    asked.current = undefined;
    const [only, ...others] = data.data;
    if (only === undefined || others.length > 0) told.current.missing(gtin);
    else told.current.found({ id: only.id, sku: only.sku, title: only.productTitle });
  }, [data]);
  return (gtin) => {
    asked.current = gtin;
    void load(`/catalog/skus?q=${encodeURIComponent(withoutZeros(gtin))}`);
  };
}
