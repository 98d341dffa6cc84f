import { useEffect } from "react";
import { useFetcher, useRevalidator } from "react-router";
import { IdleScreen, OfficeScreen, PairScreen } from "#app/components/floor/entry-screens.tsx";
import { FloorWork } from "#app/components/floor/floor-work.tsx";
import type { FloorAnswer, FloorState } from "#app/components/floor/floor-types.ts";
import { PersonScreen } from "#app/components/floor/person-screen.tsx";
import { useIdleLock } from "#app/components/floor/use-idle-lock.ts";
import { useKeptShell } from "#app/components/floor/use-kept-shell.ts";
import { roleAllows } from "#app/domain/accounts/permissions.ts";
import { actorAllows } from "#app/domain/actor.ts";
import { readTablet } from "#app/domain/floor/read-tablet.server.ts";
import type { I18nHandle } from "#app/i18n/route-namespaces.ts";
import { memberContext } from "#app/middleware/contexts.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import { tabletOf } from "#app/middleware/tablet.ts";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/floor.ts";
import { answerFloorForm } from "./floor-action.server.ts";

export const handle = { i18n: ["floor"] } satisfies I18nHandle;
export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: loaderData?.title ?? "Entrepot" },
  { name: "apple-mobile-web-app-capable", content: "yes" },
];
export const links: Route.LinksFunction = () => [{ rel: "manifest", href: "/floor.webmanifest" }];

async function stateOf(args: Route.LoaderArgs): Promise<FloorState> {
  const member = args.context.get(memberContext);
  if (member !== null) return { screen: "office", name: member.user.name };
  const tablet = await tabletOf(args);
  if (tablet === undefined) return { screen: "unpaired" };
  const { people, zones } = await orErrorPage(readTablet(tablet.ctx));
  const { name: deviceName, person } = tablet.actor;
  if (person === null) return { screen: "locked", deviceName, people };
  const { userId: id, name, shiftId, role } = person;
  const byPin = roleAllows(role, "warehouse:write") ? "by-pin" : "never";
  const decides = actorAllows(tablet.actor, "warehouse:write") ? "now" : byPin;
  return { screen: "open", deviceName, workspaceId: tablet.workspace.id, person: { id, name }, decides, shiftId, zones };
}

export async function loader(args: Route.LoaderArgs) {
  return { title: await pageTitle(args.context, "floor", "title"), state: await stateOf(args) };
}

export async function action(args: Route.ActionArgs) {
  return answerFloorForm(args);
}

type Loaded = Awaited<ReturnType<typeof loader>>;
let lastLoaded: Loaded | undefined;

/** Without a connection the tablet stays as it was: an error page would take the work from somebody's hands. */
export async function clientLoader({ serverLoader }: Route.ClientLoaderArgs) {
  try {
    lastLoaded = await serverLoader();
    return lastLoaded;
  } catch (error) {
    if (lastLoaded === undefined || error instanceof Response) throw error;
    return lastLoaded;
  }
}

export async function clientAction({ serverAction }: Route.ClientActionArgs) {
  try {
    return await serverAction();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return { ok: false as const, code: "offline", error: "", fields: {} };
  }
}

export default function Floor({ loaderData }: Route.ComponentProps) {
  const { state } = loaderData;
  const locking = useFetcher<FloorAnswer>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    lastLoaded = loaderData;
  }, [loaderData]);
  useKeptShell(state.screen === "open" ? state.shiftId : state.screen);
  const lock = () => void locking.submit({ intent: "lock" }, { method: "post", action: "/floor" });
  const isIdle = useIdleLock({ isOpen: state.screen === "open", onIdle: lock, onActive: () => void revalidate() });
  if (isIdle) return <IdleScreen onAgain={lock} />;
  switch (state.screen) {
    case "office":
      return <OfficeScreen name={state.name} />;
    case "unpaired":
      return <PairScreen />;
    case "locked":
      return <PersonScreen deviceName={state.deviceName} people={state.people} />;
    case "open":
      return <FloorWork state={state} onLock={lock} />;
    default:
      return state satisfies never;
  }
}
