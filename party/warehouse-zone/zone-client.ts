import { PartySocket } from "partysocket";
import { watchConnection } from "#party/shared/watch-connection.ts";
import { closeCodes, encode, parseServerMessage, party, roomName } from "./protocol.ts";
import { applyFrame, type LiveZone, waitingZone, type ZoneView } from "./state.ts";

type Options = { workspaceId: string; zoneId: string; host: string; start: ZoneView; onView: (view: LiveZone) => void };

/** Keeps one socket to a zone's room; comes back by itself, and asks for what it missed. */
export function followZone({ workspaceId, zoneId, host, start, onView }: Options): { close(): void } {
  let view: LiveZone = { ...waitingZone, ...start };
  const socket = new PartySocket({
    host,
    party,
    room: roomName(workspaceId, zoneId),
    minReconnectionDelay: 500 + Math.random() * 1e3,
    maxReconnectionDelay: 15e3,
  });
  function show(change: Partial<LiveZone>): void {
    view = { ...view, ...change };
    onView(view);
  }
  const hello = () => socket.send(encode(view.cursor === undefined ? { type: "hello" } : { type: "hello", cursor: view.cursor }));
  socket.addEventListener("open", hello);
  socket.addEventListener("message", (event: MessageEvent<unknown>) => {
    const freshAtMs = Date.now();
    const message = event.data === "pong" ? undefined : parseServerMessage(event.data);
    if (message === undefined) {
      show({ freshAtMs });
      return;
    }
    const { view: next, hasGap } = applyFrame(view, message);
    show({ ...next, freshAtMs, status: "live" });
    if (hasGap) hello();
  });
  socket.addEventListener("close", (event) => {
    if (event.code === closeCodes.ended || event.code === closeCodes.foreign) socket.close();
    show({ status: navigator.onLine ? "reconnecting" : "offline" });
  });
  const stopWatching = watchConnection(
    socket,
    () => view.freshAtMs,
    () => show({ status: "offline" }),
  );
  return {
    close() {
      stopWatching();
      socket.close();
    },
  };
}
