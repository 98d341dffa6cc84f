import { useEffect, useRef, useState } from "react";
import { connectLive, type LiveClient } from "./live-client.ts";
import { initialLiveView, type LiveView } from "./state.ts";

/** The live side of a page: who is here, what happened since it was rendered, and whether it is still fresh. */
export function useWorkspaceLive(workspaceId: string, path: string): LiveView {
  const [view, setView] = useState<LiveView>(initialLiveView);
  const client = useRef<LiveClient>(undefined);
  useEffect(() => {
    const connected = connectLive({ workspaceId, host: window.location.host, onView: setView });
    client.current = connected;
    return () => connected.close();
  }, [workspaceId]);
  useEffect(() => client.current?.visit(path), [path]);
  return view;
}
