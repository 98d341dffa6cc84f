import type { RouterContextProvider } from "react-router";
import { authenticateDevice, type OnTablet } from "#app/domain/floor/authenticate-device.server.ts";
import { readDeviceKey } from "#app/domain/floor/device-cookie.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { AppError } from "#app/domain/errors.ts";
import { depsContext, visitorContext } from "./contexts.ts";

export type Tablet = OnTablet & { ctx: ServiceContext };

type Args = { request: Request; context: Readonly<RouterContextProvider> };

/** The tablet this browser is, with a context in its workspace; undefined for any other browser. */
export async function tabletOf({ request, context }: Args): Promise<Tablet | undefined> {
  const key = readDeviceKey(request.headers.get("cookie"));
  if (key === undefined) return undefined;
  const deps = context.get(depsContext);
  const tablet = await authenticateDevice(deps.orm, key, deps.clock.now());
  if (tablet === undefined) return undefined;
  if (tablet.recordUse !== undefined) deps.defer(tablet.recordUse());
  return { ...tablet, ctx: context.get(visitorContext).enter(tablet.workspace.id, tablet.actor, tablet.workspace) };
}

export async function requireTablet(args: Args): Promise<Tablet> {
  const tablet = await tabletOf(args);
  if (tablet === undefined) throw new AppError("unauthorized", "tabletUnknown");
  return tablet;
}
