import { useEffect, useState } from "react";
import type { Cursor, Part } from "./protocol.ts";
import { applyFrame, emptyZone, type LiveZone, waitingZone, type ZoneView } from "./state.ts";
import { followZone } from "./zone-client.ts";

type Start = { workspaceId: string; zoneId: string; cursor: Cursor; part: Part };

/** What was rendered, as the place from which the page follows. */
function viewOf({ cursor, part }: Start): ZoneView {
  return applyFrame(emptyZone, { v: 1, type: "snapshot", cursor, part }).view;
}

/** A zone that stays as its room has it, from the page's first picture on. */
export function useWarehouseZone(start: Start): LiveZone {
  const [first] = useState(() => viewOf(start));
  const [view, setView] = useState<LiveZone>({ ...waitingZone, ...first });
  const { workspaceId, zoneId } = start;
  useEffect(() => {
    const following = followZone({ workspaceId, zoneId, host: window.location.host, start: first, onView: setView });
    return () => following.close();
  }, [workspaceId, zoneId, first]);
  return view;
}
