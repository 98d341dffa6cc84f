import { PartySocket } from "partysocket";
import { watchConnection } from "#party/shared/watch-connection.ts";
import { closeCodes, encode, parseServerMessage, party } from "./protocol.ts";
import { applyMessage, initialLiveView, type LiveView } from "./state.ts";

export type LiveClient = { visit(path: string): void; close(): void };

/** Keeps one socket to the workspace's room; comes back by itself, and asks for what it missed. */
export function connectLive(options: { workspaceId: string; host: string; onView: (view: LiveView) => void }): LiveClient {
  let view = initialLiveView;
  let path = "/";
  const socket = new PartySocket({
    host: options.host,
    party,
    room: options.workspaceId,
    minReconnectionDelay: 500 + Math.random() * 1_000,
    maxReconnectionDelay: 15_000,
  });
  function show(change: Partial<LiveView>): void {
    view = { ...view, ...change };
    options.onView(view);
  }
  function hello(): void {
    const { cursor } = view;
    socket.send(encode(cursor === undefined ? { type: "hello" } : { type: "hello", cursor }));
  }
  socket.addEventListener("open", () => {
    hello();
    socket.send(encode({ type: "page", path }));
  });
  socket.addEventListener("message", (event: MessageEvent<unknown>) => {
    const freshAtMs = Date.now();
    const message = event.data === "pong" ? undefined : parseServerMessage(event.data);
    if (message === undefined) {
      show({ freshAtMs });
      return;
    }
    const { state, hasGap } = applyMessage(view, message);
    show({ ...state, freshAtMs, status: message.type === "welcome" ? "live" : view.status });
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
    visit(next) {
      if (next === path) return;
      path = next;
      if (socket.readyState === WebSocket.OPEN) socket.send(encode({ type: "page", path }));
    },
    close() {
      stopWatching();
      socket.close();
    },
  };
}
