import { useFetcher } from "react-router";
import { useChanges } from "#app/components/console/use-changes.ts";
import { useConsole } from "#app/components/console/use-console.ts";
import { NewTabletCard } from "#app/components/tablets/new-tablet-card.tsx";
import { PeopleList } from "#app/components/tablets/people-list.tsx";
import { PinCard } from "#app/components/tablets/pin-card.tsx";
import { BadgePanel, PairingPanel } from "#app/components/tablets/secret-panel.tsx";
import { TabletList } from "#app/components/tablets/tablet-list.tsx";
import type { TabletsAnswer } from "#app/components/tablets/tablets-answer.ts";
import { PageHeader } from "#app/components/ui/page-header.tsx";
import { createPairing } from "#app/domain/floor/create-pairing.server.ts";
import { issueBadge } from "#app/domain/floor/issue-badge.server.ts";
import { listDevices } from "#app/domain/floor/list-devices.server.ts";
import { listFloorPeople } from "#app/domain/floor/list-floor-people.server.ts";
import { resetPin } from "#app/domain/floor/reset-pin.server.ts";
import { revokeDevice } from "#app/domain/floor/revoke-device.server.ts";
import { setPin } from "#app/domain/floor/set-pin.server.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { AppError } from "#app/domain/errors.ts";
import { listWarehouses } from "#app/domain/warehouse/list-warehouses.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formFields, orErrorPage, tryVerb } from "#app/middleware/form-problem.ts";
import { requireMemberWho } from "#app/middleware/guards.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/tablets.ts";

export const handle = { i18n: ["tablets", "labels"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [{ title: loaderData?.title ?? "Entrepot" }];

export async function loader(args: Route.LoaderArgs) {
  const { ctx } = requireMemberWho(args, "warehouse:read");
  const isOnFloor = actorAllows(ctx.actor, "floor:work");
  const [tablets, warehouses, people] = await Promise.all([
    orErrorPage(listDevices(ctx, { limit: 200 })),
    orErrorPage(listWarehouses(ctx)),
    isOnFloor ? orErrorPage(listFloorPeople(ctx)) : [],
  ]);
  return {
    title: await pageTitle(args.context, "tablets", "title"),
    tablets: tablets.data,
    warehouses: warehouses.data.map(({ id, name }) => ({ id, name })),
    people,
    publicUrl: ctx.publicUrl,
  };
}

export async function action(args: Route.ActionArgs) {
  const { ctx } = requireMemberWho(args, "floor:work");
  const { intent, id, warehouseId, name, pin } = await formFields(args.request, "intent", "id", "warehouseId", "name", "pin");
  return tryVerb(args.context, async (): Promise<TabletsAnswer> => {
    switch (intent) {
      case "pair": {
        const { code, expiresAt } = await createPairing(ctx, { warehouseId, name });
        return { ok: true, made: "pairing", name: name.trim(), code, expiresAt };
      }
      case "issue-badge":
        return { ok: true, made: "badge", ...(await issueBadge(ctx, { id })) };
      case "revoke":
        await revokeDevice(ctx, { id });
        return { ok: true, made: null };
      case "reset-pin":
        await resetPin(ctx, { id });
        return { ok: true, made: null };
      case "set-pin":
        await setPin(ctx, { pin });
        return { ok: true, made: null };
      default:
        throw new AppError("invalid", "checkFields");
    }
  });
}

export default function Tablets({ loaderData: { tablets, warehouses, people, publicUrl } }: Route.ComponentProps) {
  useChanges("warehouse");
  const { t } = useTranslation("tablets");
  const { actions } = useConsole();
  // The answers hold secrets: they live in this page's memory only, so that a reload or another page forgets them.
  const pairing = useFetcher<TabletsAnswer>({ key: "new-tablet" });
  const badges = useFetcher<TabletsAnswer>({ key: "new-badge" });
  const code = pairing.data?.ok === true && pairing.data.made === "pairing" ? pairing.data : undefined;
  const badge = badges.data?.ok === true && badges.data.made === "badge" ? badges.data : undefined;
  const mayWrite = actions.includes("warehouse:write");
  return (
    <>
      <PageHeader title={t("title")} state={t("state", { count: tablets.filter(({ state }) => state === "paired").length })} />
      {code === undefined ? null : <PairingPanel key={code.code} {...code} publicUrl={publicUrl} onDone={() => pairing.reset()} />}
      {badge === undefined ? null : <BadgePanel key={badge.badge} {...badge} onDone={() => badges.reset()} />}
      <TabletList tablets={tablets} mayWrite={mayWrite} />
      {mayWrite && code === undefined ? <NewTabletCard warehouses={warehouses} fetcher={pairing} /> : null}
      {actions.includes("floor:work") ? <PinCard /> : null}
      {mayWrite ? <PeopleList people={people} badges={badges} /> : null}
    </>
  );
}
