import { Sparkles } from "lucide-react";
import { Link } from "react-router";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { RelativeTime } from "#app/components/ui/time.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CallRow } from "#app/domain/ai/call-row.ts";
import { type CallSource, callSources } from "#app/domain/ai/kinds.ts";
import { formatNumber } from "#app/i18n/format.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatUsd } from "./usd.ts";
import { useModelWords } from "./use-model-words.ts";

type CallsCardProps = { calls: readonly CallRow[]; source: CallSource | undefined; nextCursor: string | null };

/** What was asked lately, who answered and what it cost. */
export function CallsCard({ calls, source, nextCursor }: CallsCardProps) {
  const { t } = useTranslation("models");
  const tabs = [
    { to: "?#calls", label: t("calls.all"), current: source === undefined },
    ...callSources.map((one) => ({ to: `?source=${one}#calls`, label: t(`calls.sources.${one}`), current: source === one })),
  ];
  return (
    <Card id="calls" className="overflow-clip">
      <CardHeader title={t("calls.title")} />
      <LinkTabs label={t("calls.filter")} tabs={tabs} className="px-5" />
      {calls.length === 0 ? (
        <EmptyState
          title={source === undefined ? t("calls.none") : t("calls.noneFiltered")}
          picture={<Sparkles aria-hidden className="mx-auto size-10" />}
        >
          {source === undefined ? t("calls.noneText") : null}
        </EmptyState>
      ) : (
        <CallsTable calls={calls} />
      )}
      <ListFooter nextCursor={nextCursor} />
    </Card>
  );
}

/** What a look of an agent asked of models; nothing where it asked nothing. */
export function RunCalls({ calls }: { calls: readonly CallRow[] }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  if (calls.length === 0) return null;
  const costMicroUsd = calls.reduce((sum, call) => sum + call.costMicroUsd, 0);
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("calls.ofRun")} action={<span className="text-muted">{formatUsd(costMicroUsd, locale)}</span>} />
      <CallsTable calls={calls} />
    </Card>
  );
}

function CallsTable({ calls }: { calls: readonly CallRow[] }) {
  const { t } = useTranslation("models");
  return (
    <Table label={t("calls.list")}>
      <thead>
        <tr>
          <Th>{t("calls.when")}</Th>
          <Th>{t("calls.who")}</Th>
          <Th className="max-sm:hidden">{t("calls.purpose")}</Th>
          <Th>{t("calls.answer")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("calls.tokens")}
          </Th>
          <Th align="end">{t("calls.cost")}</Th>
          <Th align="end" className="max-sm:hidden">
            {t("calls.took")}
          </Th>
        </tr>
      </thead>
      <tbody>
        {calls.map((call) => (
          <CallLine key={call.id} call={call} />
        ))}
      </tbody>
    </Table>
  );
}

function CallLine({ call }: { call: CallRow }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const { purposeOf, askerOf } = useModelWords();
  return (
    <Tr>
      <Td className="whitespace-nowrap">
        <Link to={`/ai/calls/${call.id}`} className="font-medium underline decoration-1 underline-offset-4">
          <RelativeTime ms={call.askedAt} />
        </Link>
      </Td>
      <Td>
        {askerOf({ kind: call.askerKind, id: call.askerId, label: call.askerLabel })}
        <span className="block text-sm text-muted sm:hidden">{purposeOf(call.purpose)}</span>
      </Td>
      <Td className="max-sm:hidden">{purposeOf(call.purpose)}</Td>
      <Td>
        <SourceBadge call={call} /> {call.source === "rules" ? null : <span className="text-sm break-all text-muted">{call.model}</span>}
      </Td>
      <Td align="end" className="max-sm:hidden">
        {formatNumber(call.inputTokens + call.outputTokens, locale)}
      </Td>
      <Td align="end">{formatUsd(call.costMicroUsd, locale)}</Td>
      <Td align="end" className="max-sm:hidden">
        {t("calls.ms", { shown: formatNumber(call.latencyMs, locale) })}
      </Td>
    </Tr>
  );
}

/** Rules are no fault, but why they answered may be one. */
export function SourceBadge({ call: { source, outcome } }: { call: Pick<CallRow, "source" | "outcome"> }) {
  const { t } = useTranslation("models");
  if (source !== "rules") {
    return outcome === "answered" ? (
      <Badge>{t(`calls.sources.${source}`)}</Badge>
    ) : (
      <StateBadge tone="watch">{t(`calls.sources.${source}`)}</StateBadge>
    );
  }
  return outcome === "no-models" ? (
    <Badge>{t("calls.sources.rules")}</Badge>
  ) : (
    <StateBadge tone="watch">{t("calls.sources.rules")}</StateBadge>
  );
}
