import type { RouterContextProvider } from "react-router";
import type { Actor } from "#app/domain/actor.ts";
import type { ServiceContext } from "#app/domain/context.ts";

export type ApiArgs = { request: Request; context: Readonly<RouterContextProvider>; params: Record<string, string | undefined> };

/** A REST call whose caller is known. */
export type ApiCall = { ctx: ServiceContext; actor: Actor; workspace: { id: string; name: string }; args: ApiArgs };
