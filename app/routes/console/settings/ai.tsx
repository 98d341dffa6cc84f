import { Plus, Sparkles } from "lucide-react";
import { useState } from "react";
import { useFetcher } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import type { AiSettingsAnswer } from "#app/components/models/answers.ts";
import { type PricedModels, ProviderDialog } from "#app/components/models/provider-dialog.tsx";
import { type ProviderActs, ProviderItem } from "#app/components/models/provider-item.tsx";
import { PurposesCard } from "#app/components/models/purposes-card.tsx";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { toast } from "#app/components/ui/toast.ts";
import { providerKinds } from "#app/domain/ai/kinds.ts";
import { listAiProviders } from "#app/domain/ai/list-providers.server.ts";
import { listAiPurposes } from "#app/domain/ai/list-purposes.server.ts";
import { pricedModels, priceOf } from "#app/domain/ai/prices.ts";
import type { ProviderRow } from "#app/domain/ai/provider-row.ts";
import type { ProviderTest } from "#app/domain/ai/test-provider.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/ai.ts";
import { answerAiSettingsForm } from "./ai-action.server.ts";

export const handle = { i18n: ["models"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "ai:read");
  const [{ data: providers }, { data: purposes }] = await orErrorPage(Promise.all([listAiProviders(ctx), listAiPurposes(ctx)]));
  const today = new Date(ctx.clock.now()).toISOString().slice(0, 10);
  const unpricedOf = (provider: ProviderRow) =>
    [...provider.models, ...provider.embeddingModels].filter((model) => priceOf(provider, model, today) === undefined);
  return {
    title: await pageTitle(args.context, "models", "settings.title"),
    providers: providers.map((provider) => ({ provider, unpriced: unpricedOf(provider) })),
    purposes,
    priced: Object.fromEntries(providerKinds.map((kind) => [kind, pricedModels(kind)])) as PricedModels,
  };
}

export function action(args: Route.ActionArgs) {
  return answerAiSettingsForm(args);
}

export default function AiSettings({ loaderData: { providers, purposes, priced } }: Route.ComponentProps) {
  useChanges("models");
  const { t } = useTranslation("models");
  const mayWrite = useConsole().actions.includes("ai:write");
  const work = useProviders(providers.map(({ provider }) => provider));
  const enabled = providers.filter(({ provider }) => provider.isEnabled).length;
  const add = (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => work.open("new")}>
      {t("settings.add")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("settings.title")}
        state={enabled === 0 ? t("settings.stateNone") : t("settings.state", { count: enabled })}
        actions={
          <>
            <LinkButton to="/ai">{t("settings.toSpend")}</LinkButton>
            {mayWrite && providers.length > 0 ? add : null}
          </>
        }
      />
      <Card>
        {providers.length === 0 ? (
          <EmptyState
            title={t("settings.none")}
            picture={<Sparkles aria-hidden className="mx-auto size-10" />}
            action={mayWrite ? add : null}
          >
            {mayWrite ? t("settings.noneText") : t("settings.noneReader")}
          </EmptyState>
        ) : (
          <>
            <CardHeader title={t("settings.list")} description={t("settings.listText")} />
            <ol>
              {providers.map(({ provider, unpriced }, index) => (
                <ProviderItem
                  key={provider.id}
                  provider={provider}
                  rank={index + 1}
                  isLast={index === providers.length - 1}
                  unpriced={unpriced}
                  lastTest={work.tests[provider.id]}
                  acts={mayWrite ? work.acts : undefined}
                />
              ))}
            </ol>
          </>
        )}
      </Card>
      {providers.length === 0 ? null : (
        <PurposesCard purposes={purposes} providers={providers.map(({ provider }) => provider)} mayWrite={mayWrite} />
      )}
      <ProviderDialog opened={work.opened} priced={priced} fetcher={work.fetcher} onClose={() => work.open(null)} />
      {work.removing === null ? null : (
        <ConfirmDialog
          open
          onOpenChange={() => work.setRemoving(null)}
          title={t("provider.removeTitle", { name: work.removing.name })}
          description={t("provider.removeText")}
          confirmLabel={t("provider.remove")}
          destructive
          onConfirm={work.remove}
        />
      )}
    </>
  );
}

/** Everything that is done with providers, kept where no live update takes it away. */
function useProviders(providers: readonly ProviderRow[]) {
  const { t } = useTranslation("models");
  const [opened, setOpened] = useState<ProviderRow | "new" | null>(null);
  const [removing, setRemoving] = useState<ProviderRow | null>(null);
  const [tests, setTests] = useState<Record<string, ProviderTest>>({});
  const [testingId, setTestingId] = useState<string>();
  const fetcher = useFetcher<AiSettingsAnswer>();
  const tester = useFetcher<AiSettingsAnswer>();
  useAnswer(fetcher, (answer) => {
    if (!answer.ok) {
      if (opened === null) toast.wrong(answer.error);
      return;
    }
    setOpened(null);
    const { intent, name } = answer;
    const words = { add: "added", change: "changed", remove: "removed", arrange: "moved", choose: "changed", test: "changed" } as const;
    toast.ok(t(`provider.${words[intent]}`, { name }));
  });
  useAnswer(tester, (answer) => {
    setTestingId(undefined);
    if (!answer.ok) toast.wrong(answer.error);
    else if (answer.intent === "test") setTests((known) => ({ ...known, [answer.id]: answer.test }));
  });
  const post = (fields: Record<string, string | number>, by = fetcher) =>
    void by.submit(fields, { method: "post", action: "/settings/ai" });
  const acts: ProviderActs = {
    testingId,
    test(provider) {
      setTestingId(provider.id);
      post({ intent: "test", id: provider.id, name: provider.name }, tester);
    },
    move(provider, by) {
      const ids = providers.map(({ id }) => id).filter((id) => id !== provider.id);
      ids.splice(providers.findIndex(({ id }) => id === provider.id) + by, 0, provider.id);
      post({ intent: "arrange", name: provider.name, ids: ids.join(" ") });
    },
    edit: (provider) => open(provider),
    remove: setRemoving,
    toggle: ({ id, version, name, isEnabled }) => post({ intent: "switch", id, version, name, isEnabled: String(!isEnabled) }),
  };
  /** What was refused before is not said of another provider. */
  function open(provider: ProviderRow | "new" | null) {
    fetcher.reset();
    setOpened(provider);
  }
  function remove() {
    if (removing !== null) post({ intent: "remove", id: removing.id, name: removing.name });
    setRemoving(null);
  }
  return { opened, open, removing, setRemoving, remove, tests, acts, fetcher };
}
