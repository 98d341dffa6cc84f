import { ArrowRight } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ChangePreview as Preview } from "#app/domain/catalog/preview-listing-change.server.ts";
import type { ChangeKind } from "#app/domain/channels/remote.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useListingWords } from "./use-listing-words.ts";

/** How many change and why others do not, then a page of them: what needs a second look comes first. */
export function ChangePreview({ preview, kind }: { preview: Preview; kind: ChangeKind }) {
  const { t } = useTranslation("catalog");
  const { obstacleName } = useListingWords();
  if (preview.changing === 0) {
    return (
      <InlineAlert tone="watch" title={t(preview.total === 0 ? "changes.noneMatch" : "changes.nothing")}>
        {preview.obstacles.length === 0 ? null : preview.obstacles.map(({ obstacle }) => obstacleName(obstacle)).join(" · ")}
      </InlineAlert>
    );
  }
  const rest = preview.total - preview.examples.length;
  return (
    <div className="grid gap-3" aria-live="polite">
      {preview.total > 1 ? <Counts preview={preview} /> : null}
      <Examples preview={preview} kind={kind} />
      {rest > 0 ? <p className="text-sm text-muted">{t("changes.more", { count: rest })}</p> : null}
    </div>
  );
}

function Counts({ preview }: { preview: Preview }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const { warningName, obstacleName } = useListingWords();
  const lines = [
    ...preview.warnings.map(({ warning, count }) => ({ key: warning, count, text: warningName(warning), tone: "font-medium text-watch" })),
    ...preview.obstacles.map(({ obstacle, count }) => ({ key: obstacle, count, text: obstacleName(obstacle), tone: "text-muted" })),
  ];
  return (
    <div className="grid gap-1">
      <p className="font-semibold">
        {t("changes.counted", {
          count: preview.total,
          changing: formatNumber(preview.changing, locale),
          total: formatNumber(preview.total, locale),
        })}
      </p>
      {lines.length === 0 ? null : (
        <ul className="grid gap-x-4 gap-y-0.5 text-sm">
          {lines.map(({ key, count, text, tone }) => (
            <li key={key} className={tone}>
              <span className="tabular-nums">{formatNumber(count, locale)}</span> · {text}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Examples({ preview, kind }: { preview: Preview; kind: ChangeKind }) {
  const { t } = useTranslation("catalog");
  const { warningName, obstacleName, changedValue } = useListingWords();
  return (
    <div className="max-h-80 overflow-y-auto rounded border border-line">
      <Table label={t("changes.preview")}>
        <thead>
          <tr>
            <Th>{t("listings.listing")}</Th>
            <Th align="end">{t("changes.before")}</Th>
            <Th className="w-px p-0" aria-hidden />
            <Th align="end">{t("changes.after")}</Th>
          </tr>
        </thead>
        <tbody>
          {preview.examples.map((row) => (
            <Tr key={row.listingId}>
              <Td>
                {[row.title, row.modelName].filter(Boolean).join(" · ")}
                {row.channel === "" ? null : <span className="block text-sm text-muted">{row.channel}</span>}
                {row.warnings.length > 0 ? (
                  <span className="block text-sm font-medium text-watch">{row.warnings.map(warningName).join(", ")}</span>
                ) : null}
                {row.obstacle === null ? null : <span className="block text-sm text-faint">{obstacleName(row.obstacle)}</span>}
              </Td>
              <Td align="end" className="text-muted">
                {changedValue(kind, row.before, row.currency)}
              </Td>
              <Td className="px-0 text-faint">{row.obstacle === null ? <ArrowRight aria-hidden className="size-4" /> : null}</Td>
              <Td align="end" className="font-semibold">
                {row.obstacle === null ? changedValue(kind, row.after, row.currency) : null}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
