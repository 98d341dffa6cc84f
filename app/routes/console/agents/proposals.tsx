import { ListChecks } from "lucide-react";
import { Form, useActionData, useSubmit } from "react-router";
import { ProposalList } from "#app/components/agents/proposal-list.tsx";
import { TextEffects } from "#app/components/agents/rewrite-body.tsx";
import { useAgentWords } from "#app/components/agents/use-agent-words.ts";
import { decisions, useDeciding } from "#app/components/agents/use-deciding.tsx";
import { ListFooter } from "#app/components/console/list-footer.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { Button, LinkButton } from "#app/components/ui/button.tsx";
import { Card } from "#app/components/ui/card.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { LinkTabs } from "#app/components/ui/link-tabs.tsx";
import { NativeSelect } from "#app/components/ui/native-select.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { useHydrated } from "#app/components/ui/use-hydrated.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { approveProposals, rejectProposals } from "#app/domain/agents/decide-proposals.server.ts";
import { editableFields } from "#app/domain/agents/editable.ts";
import { editProposal } from "#app/domain/agents/edit-proposal.server.ts";
import { type AgentKind, type ProposalState, proposalStates } from "#app/domain/agents/kinds.ts";
import { listAgents } from "#app/domain/agents/list-agents.server.ts";
import { listProposals } from "#app/domain/agents/list-proposals.server.ts";
import type { ProposalRow } from "#app/domain/agents/proposal-row.ts";
import { toolNames } from "#app/domain/agents/tool-inputs.ts";
import { undoProposal } from "#app/domain/agents/undo-proposal.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { readTextEffect, type TextEffect } from "#app/domain/listing-analysis/read-text-effect.server.ts";
import { textChangeIdOf } from "#app/domain/listing-analysis/text-change-row.ts";
import { AppError } from "#app/domain/errors.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/proposals.ts";

export const handle = { i18n: ["automation", "agents", "analysis", "triggers"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

const pageSize = 50;
const measured = 20;
const tabs = ["open", "applied", "failed", "rejected", "all"] as const;

/** Whatever is in the address that no filter knows is left out, so that an old link still shows the list. */
function readFilter(query: URLSearchParams, agents: readonly { id: AgentKind }[]) {
  const asked = query.get("state");
  const state: ProposalState | "all" = asked === "all" ? "all" : (proposalStates.find((one) => one === asked) ?? "open");
  return { state, agent: agents.find(({ id }) => id === query.get("agent"))?.id };
}

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const query = new URL(args.request.url).searchParams;
  const agents = await orErrorPage(listAgents(ctx));
  const { state, agent } = readFilter(query, agents);
  const page = await orErrorPage(
    listProposals(ctx, {
      ...(agent === undefined ? {} : { agent }),
      ...(state === "all" ? {} : { state }),
      limit: pageSize,
      cursor: query.get("cursor") ?? undefined,
    }),
  );
  const effects = await orErrorPage(effectsOf(ctx, page.data));
  const open = agents.reduce((sum, { openProposals }) => sum + openProposals, 0);
  const editable = Object.fromEntries(toolNames.map((tool) => [tool, editableFields(tool)]));
  const title = await pageTitle(args.context, "automation", "proposals.title");
  return { title, page, effects, filter: { state, agent: agent ?? "" }, open, agents: agents.map(({ id }) => id), editable };
}

/** What words that were changed brought so far, for whoever may see listings. */
async function effectsOf(ctx: ServiceContext, proposals: readonly ProposalRow[]): Promise<Record<string, TextEffect>> {
  if (!actorAllows(ctx.actor, "catalog:read")) return {};
  const changed = proposals.filter(({ call, state }) => call.tool === "rewrite-listing" && state === "applied").slice(0, measured);
  return Object.fromEntries(
    await Promise.all(changed.map(async ({ id }) => [id, await readTextEffect(ctx, { id: textChangeIdOf(id) })] as const)),
  );
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "agents:write");
  const form = await args.request.formData().catch(() => new FormData());
  const asked = form.get("intent");
  const joined = form.get("ids");
  const ids = typeof joined === "string" ? joined.split(",").filter((id) => id !== "") : [];
  return tryVerb(args.context, async () => {
    if (asked === "edit") {
      await editProposal(ctx, { id: ids[0] ?? "", input: inputOfForm(form) });
      return { ok: true as const, intent: asked };
    }
    const intent = decisions.find((one) => one === asked);
    if (intent === undefined) throw new AppError("invalid", "checkFields");
    if (intent === "undo") {
      await undoProposal(ctx, { id: ids[0] ?? "" });
      return { ok: true as const, intent, count: 1 };
    }
    const { decided } = await (intent === "approve" ? approveProposals(ctx, { ids }) : rejectProposals(ctx, { ids }));
    return { ok: true as const, intent, count: decided.length };
  });
}

/** What a person changed, by the names of the tool's own fields; figures as figures. */
function inputOfForm(form: FormData): Record<string, number | string> {
  const fields = [...form].flatMap(([name, value]) =>
    name.startsWith("input.") && typeof value === "string" ? [[name.slice("input.".length), value] as const] : [],
  );
  const figures = new Set(form.getAll("figures"));
  return Object.fromEntries(
    fields.map(([name, value]) => [name, figures.has(name) && /^-?\d{1,15}$/.test(value.trim()) ? Number(value) : value]),
  );
}

export default function Proposals({ loaderData: { page, effects, filter, open, agents, editable } }: Route.ComponentProps) {
  useChanges("agents");
  const { t } = useTranslation("automation");
  const { actions } = useConsole();
  const posted = useActionData<typeof action>();
  const { deciding, dialog } = useDeciding(editable);
  return (
    <>
      <PageHeader
        title={t("proposals.title")}
        state={
          open === 0
            ? t("proposals.stateNone")
            : t(actions.includes("agents:write") ? "proposals.state" : "proposals.stateOfOthers", { count: open })
        }
        actions={
          <LinkButton to="/proposals/policies" size="sm">
            {t("proposals.policies")}
          </LinkButton>
        }
      />
      {posted?.ok === false ? <InlineAlert tone="wrong" title={posted.error} /> : null}
      <LinkTabs
        label={t("proposals.tabs.label")}
        tabs={tabs.map((tab) => ({
          to: `/proposals?${new URLSearchParams({ ...(filter.agent === "" ? {} : { agent: filter.agent }), state: tab })}`,
          label: t(`proposals.tabs.${tab}`),
          current: tab === filter.state,
          ...(tab === "open" && open > 0 ? { count: open } : {}),
        }))}
      />
      <Card>
        <Filters {...filter} agents={agents} />
        {page.data.length === 0 ? (
          <Empty state={filter.state} />
        ) : (
          <TextEffects value={effects}>
            <ProposalList proposals={page.data} mayWrite={actions.includes("agents:write")} deciding={deciding} />
          </TextEffects>
        )}
        <ListFooter nextCursor={page.nextCursor} />
      </Card>
      {dialog}
    </>
  );
}

/** Agent and state, in the address; without scripts a button sends them. */
function Filters({ state, agent, agents }: { state: string; agent: string; agents: readonly string[] }) {
  const { t } = useTranslation("automation");
  const { nameOf } = useAgentWords();
  const submit = useSubmit();
  const isHydrated = useHydrated();
  const states = [
    { value: "all", label: t("proposals.everyState") },
    ...proposalStates.map((value) => ({ value, label: t(`proposals.states.${value}`) })),
  ];
  const names = [{ value: "", label: t("proposals.everyAgent") }, ...agents.map((value) => ({ value, label: nameOf(value) }))];
  return (
    <Form
      key={`${state}/${agent}`}
      method="get"
      aria-label={t("proposals.filter")}
      preventScrollReset
      onChange={(event) => void submit(event.currentTarget, { preventScrollReset: true })}
      className="flex flex-wrap items-end gap-3 border-b border-line px-5 py-3"
    >
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("proposals.byAgent")}</span>
        <NativeSelect name="agent" options={names} defaultValue={agent} />
      </label>
      <label className="grid w-full gap-1 sm:w-52">
        <span className="text-sm text-muted">{t("proposals.byState")}</span>
        <NativeSelect name="state" options={states} defaultValue={state} />
      </label>
      {isHydrated ? null : <Button type="submit">{t("proposals.show")}</Button>}
    </Form>
  );
}

function Empty({ state }: { state: string }) {
  const { t } = useTranslation("automation");
  const isOpen = state === "open";
  return (
    <EmptyState
      title={t(isOpen ? "proposals.empty.openTitle" : "proposals.empty.title")}
      picture={<ListChecks aria-hidden className="mx-auto size-10" />}
      action={
        <LinkButton to={isOpen ? "/agents" : "/proposals"}>{t(isOpen ? "proposals.empty.toAgents" : "proposals.empty.clear")}</LinkButton>
      }
    >
      {t(isOpen ? "proposals.empty.openText" : "proposals.empty.text")}
    </EmptyState>
  );
}
