import { createContext, useContext } from "react";
import { useRouteLoaderData } from "react-router";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { loader } from "#app/routes/console/layout.tsx";
import { initialLiveView, type LiveView } from "#party/workspace-live/live-client.ts";

export const LiveContext = createContext<LiveView>(initialLiveView);

export function useLive(): LiveView {
  return useContext(LiveContext);
}
