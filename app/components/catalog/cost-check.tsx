import { RotateCcw } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useNavigation } from "react-router";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardBody, CardFooter, CardHeader } from "#app/components/ui/card.tsx";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CostOutcome, CostRow } from "#app/domain/catalog/set-costs.server.ts";
import { formatMoney } from "#app/i18n/format.ts";

type Problem = { line: number; text: string; reason: "noSku" | "noAmount" | "repeated" };
type Costs = readonly { sku: string; costCents: number | null }[];

const shownRows = 200;
const shownProblems = 20;
/** What needs a second look comes first. */
const rank: Record<CostOutcome, number> = { unknown: 0, currency: 1, changes: 2, same: 3 };

/** What would happen, before it does. */
export function CostCheck({ rows, problems }: { rows: readonly CostRow[]; problems: readonly Problem[] }) {
  const { t } = useTranslation("catalog");
  const { state } = useNavigation();
  const changes = rows.filter((row) => row.outcome === "changes");
  return (
    <div className="grid gap-6">
      {problems.length > 0 ? (
        <InlineAlert tone="watch" title={t("costs.unread", { count: problems.length })}>
          <ul>
            {problems.slice(0, shownProblems).map(({ line, text, reason }) => (
              <li key={line} className="break-words">
                {t("costs.line", { line, text })} – {t(`costs.reasons.${reason}`)}
              </li>
            ))}
            {problems.length > shownProblems ? <li>{t("costs.more", { count: problems.length - shownProblems })}</li> : null}
          </ul>
        </InlineAlert>
      ) : null}
      <Card>
        <CardHeader
          title={t("costs.checked")}
          description={changes.length === 0 ? t("costs.summaryNone") : t("costs.summary", { count: changes.length })}
        />
        {rows.length > 0 ? <Rows rows={rows} /> : null}
        <CardFooter>
          <LinkButton to="/catalog/costs">{t("costs.again")}</LinkButton>
          {changes.length > 0 ? (
            <SetForm step="set" costs={changes}>
              <Button type="submit" variant="primary" loading={state !== "idle"}>
                {t("costs.set", { count: changes.length })}
              </Button>
            </SetForm>
          ) : null}
        </CardFooter>
      </Card>
    </div>
  );
}

/** What happened, and the way back. */
export function CostsDone({ step, rows }: { step: "set" | "undo"; rows: readonly CostRow[] }) {
  const { t } = useTranslation("catalog");
  const { state } = useNavigation();
  const changed = rows.filter((row) => row.outcome === "changes");
  const before = changed.map(({ sku, beforeCents }) => ({ sku, costCents: beforeCents }));
  const left = rows.filter((row) => row.outcome === "unknown" || row.outcome === "currency");
  const undo = (
    <SetForm step="undo" costs={before}>
      <Button type="submit" size="sm" icon={<RotateCcw aria-hidden />} loading={state !== "idle"}>
        {t("undo")}
      </Button>
    </SetForm>
  );
  return (
    <div className="grid gap-6">
      <output className="block">
        <InlineAlert
          tone="ok"
          title={step === "undo" ? t("costs.undone") : t("costs.done", { count: changed.length })}
          action={step === "set" && changed.length > 0 ? undo : null}
        >
          {t("costs.doneText")}
        </InlineAlert>
      </output>
      <Card>
        {left.length > 0 ? <Rows rows={left} /> : null}
        <CardBody className="flex flex-wrap gap-2">
          <LinkButton to="/catalog" variant="primary">
            {t("costs.toCatalog")}
          </LinkButton>
          <LinkButton to="/catalog/costs">{t("costs.again")}</LinkButton>
        </CardBody>
      </Card>
    </div>
  );
}

function SetForm({ step, costs, children }: { step: "set" | "undo"; costs: Costs; children: React.ReactNode }) {
  return (
    <Form method="post">
      <input type="hidden" name="step" value={step} />
      <input type="hidden" name="costs" value={JSON.stringify(costs.map(({ sku, costCents }) => ({ sku, costCents })))} />
      {children}
    </Form>
  );
}

function Rows({ rows }: { rows: readonly CostRow[] }) {
  const { t } = useTranslation("catalog");
  const locale = useLocale();
  const money = (cents: number | null, currency: string | null) =>
    cents === null || currency === null ? <span className="text-faint">{t("noCost")}</span> : formatMoney(cents, currency, locale);
  const sorted = rows.toSorted((one, other) => rank[one.outcome] - rank[other.outcome]);
  return (
    <>
      <Table label={t("costs.rows")} maxHeight="page">
        <thead>
          <tr>
            <Th>{t("sku")}</Th>
            <Th>{t("costs.outcome")}</Th>
            <Th align="end" className="max-md:hidden">
              {t("costs.before")}
            </Th>
            <Th align="end">{t("costs.after")}</Th>
          </tr>
        </thead>
        <tbody>
          {sorted.slice(0, shownRows).map((row) => (
            <Tr key={row.sku}>
              <Td>
                <CodeTag value={row.sku} />
              </Td>
              <Td>
                <Outcome row={row} />
              </Td>
              <Td align="end" className="text-muted max-md:hidden">
                {row.outcome === "unknown" ? null : money(row.beforeCents, row.currency)}
              </Td>
              <Td align="end" className="font-semibold">
                {row.outcome === "changes" ? money(row.costCents, row.currency) : null}
              </Td>
            </Tr>
          ))}
        </tbody>
      </Table>
      {rows.length > shownRows ? (
        <p className="px-5 py-3 text-sm text-muted">{t("costs.more", { count: rows.length - shownRows })}</p>
      ) : null}
    </>
  );
}

function Outcome({ row: { outcome, currency } }: { row: CostRow }) {
  const { t } = useTranslation("catalog");
  const word = t(`costs.outcomes.${outcome}`, { currency: currency ?? "" });
  switch (outcome) {
    case "unknown":
    case "currency":
      return <StateBadge tone="watch">{word}</StateBadge>;
    case "changes":
      return <StateBadge tone="info">{word}</StateBadge>;
    case "same":
      return <Badge>{word}</Badge>;
    default:
      return outcome satisfies never;
  }
}
