import { ArrowLeft, Brain } from "lucide-react";
import { NoteCard } from "#app/components/agents/note-card.tsx";
import { useChanges } from "#app/components/console/use-changes.ts";
import { Card } from "#app/components/ui/card.tsx";
import { LinkButton } from "#app/components/ui/button.tsx";
import { EmptyState } from "#app/components/ui/empty-state.tsx";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { actorAllows } from "#app/domain/actor.ts";
import { listMemory } from "#app/domain/agents/list-memory.server.ts";
import { nameRemembered, type RememberedName } from "#app/domain/agents/name-remembered.server.ts";
import { listChannels } from "#app/domain/channels/list-channels.server.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/memory.ts";

export const handle = { i18n: ["automation", "agents"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "agents:read");
  const [notes, names] = await orErrorPage(Promise.all([listMemory(ctx), namesOf(ctx)]));
  return { title: await pageTitle(args.context, "automation", "memory.title"), notes, names };
}

/** Zones, channels, listings and complaints as people call them: notes only know their ids. */
async function namesOf(ctx: ServiceContext): Promise<Record<string, RememberedName>> {
  const [remembered, warehouses, channels] = await Promise.all([
    nameRemembered(ctx),
    actorAllows(ctx.actor, "warehouse:read") ? listWarehouses(ctx) : { data: [] },
    actorAllows(ctx.actor, "channels:read") ? listChannels(ctx) : { data: [] },
  ]);
  const zones = warehouses.data.flatMap((warehouse) =>
    warehouse.zones.map(({ id, name }) => ({ id, label: `${name} · ${warehouse.name}` })),
  );
  const places = [...zones, ...channels.data.map(({ id, name }) => ({ id, label: name }))];
  return { ...remembered, ...Object.fromEntries(places.map(({ id, label }) => [id, { label }])) };
}

export default function Memory({ loaderData: { notes, names } }: Route.ComponentProps) {
  useChanges("agents");
  const { t } = useTranslation("automation");
  const byKey = Map.groupBy(notes, ({ key }) => key);
  return (
    <>
      <PageHeader
        title={t("memory.title")}
        state={t("memory.lead")}
        actions={
          <LinkButton to="/agents" size="sm" icon={<ArrowLeft aria-hidden />}>
            {t("list.agents")}
          </LinkButton>
        }
      />
      {notes.length === 0 ? (
        <Card>
          <EmptyState title={t("memory.none")} picture={<Brain aria-hidden className="mx-auto size-10" />}>
            {t("memory.noneText")}
          </EmptyState>
        </Card>
      ) : (
        [...byKey].map(([key, versions]) => <NoteCard key={key} noteKey={key} versions={versions} names={names} />)
      )}
    </>
  );
}
