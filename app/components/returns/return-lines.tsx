import { Badge } from "#app/components/ui/badge.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { ReturnDetail, ReturnStepView } from "#app/domain/warehouse/returns/read-return.server.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";

/** What is expected, and how much of it is still missing. */
export function ReturnLines({ detail: { lines } }: { detail: ReturnDetail }) {
  const { t } = useTranslation("returns");
  const locale = useLocale();
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("lines")} />
      <Table label={t("lines")}>
        <thead>
          <tr>
            <Th>{t("line")}</Th>
            <Th align="end">{t("quantity")}</Th>
            <Th align="end">{t("missing")}</Th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Tr key={line.id}>
              <Td>
                {line.title} <CodeTag value={line.sku} />
              </Td>
              <Td align="end">{formatNumber(line.quantity, locale)}</Td>
              <Td align="end">
                {line.missing === 0 ? <span className="text-muted">{t("complete")}</span> : formatNumber(line.missing, locale)}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

/** What zones booked for a return, the newest first; what one refused with the reason. */
export function ReturnHistory({ detail }: { detail: ReturnDetail }) {
  const { t } = useTranslation("returns");
  const locale = useLocale();
  if (detail.steps.length === 0) return null;
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("history")} description={t("historyText")} />
      <Table label={t("history")}>
        <thead>
          <tr>
            <Th>{t("line")}</Th>
            <Th align="end">{t("quantity")}</Th>
            <Th className="max-sm:hidden">{t("by")}</Th>
            <Th className="max-sm:hidden">{t("when")}</Th>
          </tr>
        </thead>
        <tbody>
          {detail.steps.toReversed().map((step) => (
            <Tr key={step.id}>
              <Td>
                <StepWords step={step} />
                <span className="block text-sm text-muted">{detail.lines.find(({ id }) => id === step.lineId)?.title}</span>
              </Td>
              <Td align="end">{formatNumber(step.qty, locale)}</Td>
              <Td className="max-sm:hidden">{step.doneBy}</Td>
              <Td className="max-sm:hidden">
                <RelativeTime ms={step.createdAt} />
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function StepWords({ step: { kind, toBin, binId, zone, state, refusal, serials } }: { step: ReturnStepView }) {
  const { t } = useTranslation(["returns", "errors"]);
  const reason = refusal === null ? "" : `: ${t(`reasons.floor.${refusal as "binUnknown"}`, { ns: "errors" })}`;
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      {t(`steps.${kind}`, { bin: toBin ?? binId })} <span className="text-sm text-muted">{zone.name}</span>
      {state === "booked" ? null : <Badge>{`${t(`stepStates.${state}`)}${reason}`}</Badge>}
      {serials.length === 0 ? null : <span className="font-mono text-sm text-muted">{serials.join(", ")}</span>}
    </span>
  );
}
