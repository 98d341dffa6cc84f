import { Search } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useFetcher } from "react-router";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import { Spinner } from "#app/components/ui/spinner.tsx";
import type { VariantName } from "#app/domain/catalog/listing-rows.server.ts";

type ChooseSkuProps = { title: string; open: boolean; close: () => void; choose: (variant: VariantName) => void };

const typingMs = 200;

/** A SKU out of tens of thousands: the server searches while one types. */
export function ChooseSku({ title, open, close, choose }: ChooseSkuProps) {
  return (
    <Dialog
      open={open}
      onOpenChange={(isOpen) => {
        if (!isOpen) close();
      }}
      title={title}
    >
      {open ? <SkuSearch choose={choose} /> : null}
    </Dialog>
  );
}

function SkuSearch({ choose }: { choose: (variant: VariantName) => void }) {
  const { t } = useTranslation(["catalog", "ui"]);
  const [text, setText] = useState("");
  const { load, data, state } = useFetcher<{ data: VariantName[] }>();
  useEffect(() => {
    const timer = setTimeout(() => void load(`/catalog/skus?q=${encodeURIComponent(text)}`), text === "" ? 0 : typingMs);
    return () => clearTimeout(timer);
  }, [text, load]);
  return (
    <div className="grid gap-4">
      <Field label={t("listings.links.search")} name="q">
        <Input
          type="search"
          icon={<Search />}
          value={text}
          data-first-field
          autoComplete="off"
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      {data === undefined ? <Spinner label={t("working", { ns: "ui" })} /> : null}
      {data?.data.length === 0 && state === "idle" ? <p className="text-muted">{t("listings.links.nothing")}</p> : null}
      <ul className="grid max-h-80 gap-1 overflow-y-auto">
        {data?.data.map((variant) => (
          <li key={variant.id}>
            <button
              type="button"
              className="flex w-full flex-wrap items-center gap-x-3 gap-y-1 rounded px-2 py-2 text-left hover:bg-sunken pointer-coarse:min-h-11"
              onClick={() => choose(variant)}
            >
              <CodeTag value={variant.sku} />
              <span className="min-w-0 grow basis-40 truncate">{[variant.productTitle, variant.name].filter(Boolean).join(" · ")}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
