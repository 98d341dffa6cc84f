import { createContext, useContext } from "react";
import { useRouteLoaderData } from "react-router";
import type { Action, Role } from "#app/domain/accounts/permissions.ts";
import type { Locale } from "#app/i18n/locales.ts";
import { initialLiveView, type LiveView } from "#party/workspace-live/state.ts";

/** What the console's layout knows; every page inside may ask. */
export type ConsoleFacts = {
  member: { userId: string; name: string; email: string; role: Role };
  workspace: { id: string; name: string };
  actions: Action[];
  unread: number;
  locale: Locale;
  timeZone: string;
  nowMs: number;
};

export const LiveContext = createContext<LiveView>(initialLiveView);

export function useLive(): LiveView {
  return useContext(LiveContext);
}

export function useConsole(): ConsoleFacts {
  const facts = useRouteLoaderData<ConsoleFacts>("routes/console/layout");
  if (facts === undefined) throw new Error("useConsole needs the console's layout above it");
  return facts;
}
