import { useFetcher } from "react-router";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { toast } from "#app/components/ui/toast.ts";
import type { PurposeRow } from "#app/domain/ai/list-purposes.server.ts";
import type { ProviderRow } from "#app/domain/ai/provider-row.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { AiSettingsAnswer } from "./answers.ts";

type PurposesCardProps = { purposes: readonly PurposeRow[]; providers: readonly ProviderRow[]; mayWrite: boolean };

/** Which models answer for what, where the general order is not right. */
export function PurposesCard({ purposes, providers, mayWrite }: PurposesCardProps) {
  const { t } = useTranslation("models");
  return (
    <Card>
      <CardHeader title={t("purposes.title")} description={t("purposes.text")} />
      <Table label={t("purposes.list")}>
        <thead>
          <tr>
            <Th>{t("purposes.purpose")}</Th>
            <Th>{t("purposes.first")}</Th>
          </tr>
        </thead>
        <tbody>
          {purposes.map((row) => (
            <PurposeLine key={row.purpose} row={row} providers={providers} mayWrite={mayWrite} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

type PurposeLineProps = { row: PurposeRow; providers: readonly ProviderRow[]; mayWrite: boolean };

function PurposeLine({ row: { purpose, choices }, providers, mayWrite }: PurposeLineProps) {
  const { t } = useTranslation("models");
  const fetcher = useFetcher<AiSettingsAnswer>();
  const name = t(`purposes.names.${purpose}`);
  useAnswer(fetcher, (answer) => (answer.ok ? toast.ok(t("purposes.saved", { purpose: name })) : toast.wrong(answer.error)));
  const options = providers.flatMap((provider) =>
    provider.models.map((model) => ({ value: `${provider.id} ${model}`, label: `${provider.name} · ${model}` })),
  );
  const [first, second] = (choices ?? []).map(({ providerId, model }) => `${providerId} ${model}`);
  const chosenFirst = choices === null ? "general" : (first ?? "rules");
  const save = (next: { first: string; second: string }) =>
    void fetcher.submit({ intent: "choose", purpose, ...next }, { method: "post", action: "/settings/ai" });
  const general = [
    { value: "general", label: t("purposes.general") },
    { value: "rules", label: t("purposes.rules") },
  ];
  return (
    <Tr>
      <Td className="font-medium">{name}</Td>
      <Td>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <NativeSelect
            className="max-w-full sm:min-w-64"
            aria-label={t("purposes.firstLabel", { purpose: name })}
            options={[...general, ...options]}
            value={chosenFirst}
            disabled={!mayWrite}
            onChange={(event) => save({ first: event.target.value, second: second === event.target.value ? "" : (second ?? "") })}
          />
          {first === undefined ? null : (
            <label className="flex max-w-full flex-wrap items-center gap-2 text-sm text-muted">
              {t("purposes.second")}
              <NativeSelect
                className="max-w-full"
                aria-label={t("purposes.secondLabel", { purpose: name })}
                options={[{ value: "rules", label: t("purposes.nobody") }, ...options.filter(({ value }) => value !== first)]}
                value={second ?? "rules"}
                disabled={!mayWrite}
                onChange={(event) => save({ first, second: event.target.value })}
              />
            </label>
          )}
        </span>
      </Td>
    </Tr>
  );
}
