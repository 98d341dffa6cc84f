import { useEffect, useState } from "react";
import { encode, type Part, parseServerMessage } from "./protocol.ts";
import { applyFrame, emptyZone, type LiveZone, waitingZone, type ZoneView } from "./state.ts";
import { followZone } from "./zone-client.ts";

type Start = { workspaceId: string; zoneId: string; start: ZoneView; freshAtMs: number | undefined };

/** A zone that stays as its room has it, begun with what was known of it before: nothing, or what a tablet kept. */
export function useFollowedZone({ workspaceId, zoneId, start, freshAtMs }: Start): LiveZone {
  const [first] = useState({ ...waitingZone, ...start, freshAtMs });
  const [zone, setZone] = useState<LiveZone>(first);
  useEffect(() => {
    const following = followZone({ workspaceId, zoneId, host: window.location.host, start: first, onView: setZone });
    return () => following.close();
  }, [workspaceId, zoneId, first]);
  return zone;
}

/** A zone as text, to be kept on a tablet. */
export function packZone({ cursor, bins, tasks, items }: ZoneView): string | undefined {
  if (cursor === undefined) return undefined;
  const part: Part = { bins: [...bins.values()], tasks: [...tasks.values()], items: [...items.values()], goneBins: [], goneTasks: [] };
  return encode({ type: "snapshot", cursor, part });
}

/** What cannot be read begins anew. */
export function unpackZone(text: string | undefined): ZoneView {
  const message = text === undefined ? undefined : parseServerMessage(text);
  return message === undefined ? emptyZone : applyFrame(emptyZone, message).view;
}
