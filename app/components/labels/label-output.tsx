import { Download, Printer } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { LabelSet } from "#app/domain/warehouse/labels/label-set.ts";
import { type LabelMedium, type LabelMediumName, labelMedia } from "#app/domain/warehouse/labels/media.ts";
import { labelPages } from "#app/domain/warehouse/labels/print-page.ts";
import { writeZpl } from "#app/domain/warehouse/labels/zpl.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { downloadText } from "./download-text.ts";
import { labelImage } from "./label-image.ts";
import { LabelSheets } from "./label-sheets.tsx";
import { useLabelReason } from "./use-label-reason.ts";

type LabelOutputProps = { set: LabelSet; medium: LabelMediumName; fileName: string };

/** How the first label comes out, how many there are, and the two ways to paper. */
export function LabelOutput({ set, medium, fileName }: LabelOutputProps) {
  const { t } = useTranslation("labels");
  const locale = useLocale();
  const reasonOf = useLabelReason();
  const [isPrinting, setIsPrinting] = useState(false);
  const { sheet, widthMm }: LabelMedium = labelMedia[medium];
  const labels = set.ok ? set.labels : [];
  const [first] = labels;
  const total = labels.reduce((sum, { copies }) => sum + copies, 0);
  const pages = first === undefined ? 0 : labelPages(labels, medium).length;
  if (!set.ok) return <InlineAlert tone="wrong" title={reasonOf(set.fields)} />;
  if (first === undefined) return <InlineAlert tone="info" title={t("nothing")} />;
  const counts = [t("total", { count: total, total: formatNumber(total, locale) })];
  if (sheet !== null) counts.push(t("pages", { count: pages, pages: formatNumber(pages, locale) }));
  return (
    <>
      <figure className="grid justify-items-start gap-2">
        <figcaption className="text-sm text-muted">{t("preview")}</figcaption>
        <div className="grid w-full justify-items-center rounded bg-sunken p-4">
          <img
            src={labelImage(first)}
            alt={first.name}
            className="h-auto max-h-72 max-w-full border border-line bg-white"
            style={{ width: `${widthMm}mm` }}
          />
        </div>
      </figure>
      <p>
        {counts.join(" ")} <span className="text-muted">{t(sheet === null ? "rollHint" : "sheetHint")}</span>
      </p>
      <div className="flex flex-wrap gap-3">
        <Button variant="primary" icon={<Printer aria-hidden />} loading={isPrinting} onClick={() => setIsPrinting(true)}>
          {t("send")}
        </Button>
        {sheet === null ? (
          <Button icon={<Download aria-hidden />} onClick={() => downloadText(`${fileName}.zpl`, labels.map(writeZpl).join(""))}>
            {t("download")}
          </Button>
        ) : null}
      </div>
      {isPrinting ? <LabelSheets labels={labels} medium={medium} onDone={() => setIsPrinting(false)} /> : null}
    </>
  );
}
