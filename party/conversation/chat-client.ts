import { PartySocket } from "partysocket";
import { watchConnection } from "#party/shared/watch-connection.ts";
import { type Ask, type AskRefusal, closeCodes, encode, parseServerMessage, party, roomName, type ServerMessage } from "./protocol.ts";
import { applyMessage, emptyRoom, type RoomView } from "./state.ts";

export type LiveChat = RoomView & {
  status: "connecting" | "live" | "reconnecting" | "offline" | "ended";
  freshAtMs: number | undefined;
  /** Asked here, and not yet heard of from the room. */
  pending: Ask[];
  refused: { ask: Ask; reason: AskRefusal } | undefined;
};

export const waitingChat: LiveChat = { ...emptyRoom, status: "connecting", freshAtMs: undefined, pending: [], refused: undefined };

export type ChatClient = { ask(ask: Ask): void; stop(turnId: string): void; forgive(): void; close(): void };

/** What a message changes on the page. */
function hear(view: LiveChat, message: ServerMessage | undefined): { change: Partial<LiveChat>; hasGap: boolean } {
  if (message?.type === "refused") {
    const ask = view.pending.find(({ askId }) => askId === message.askId);
    if (ask === undefined) return { change: {}, hasGap: false };
    return { change: { pending: view.pending.filter((one) => one !== ask), refused: { ask, reason: message.reason } }, hasGap: false };
  }
  if (message?.type !== "snapshot" && message?.type !== "events") return { change: {}, hasGap: false };
  const { view: next, hasGap } = applyMessage(view, message);
  const heard = new Set(next.turns.map(({ askId }) => askId));
  const pending = view.pending.filter(({ askId }) => !heard.has(askId));
  return { change: { ...next, pending, status: "live" }, hasGap };
}

type Options = { workspaceId: string; conversationId: string; host: string; onView: (view: LiveChat) => void };

/** Keeps one socket to a conversation's room; comes back by itself, asks for what it missed, and again what nobody heard. */
export function connectChat({ workspaceId, conversationId, host, onView }: Options): ChatClient {
  let view = waitingChat;
  const socket = new PartySocket({
    host,
    party,
    room: roomName(workspaceId, conversationId),
    minReconnectionDelay: 300 + Math.random() * 700,
    maxReconnectionDelay: 10_000,
    // What was asked while there was no connection is kept here, and sent again under its own name.
    maxEnqueuedMessages: 0,
  });
  function show(change: Partial<LiveChat>): void {
    view = { ...view, ...change };
    onView(view);
  }
  const isOpen = () => socket.readyState === WebSocket.OPEN;
  const hello = () => socket.send(encode(view.cursor === undefined ? { type: "hello" } : { type: "hello", cursor: view.cursor }));
  socket.addEventListener("open", () => {
    hello();
    for (const ask of view.pending) socket.send(encode({ type: "ask", ask }));
  });
  socket.addEventListener("message", (event: MessageEvent<unknown>) => {
    const freshAtMs = Date.now();
    const message = event.data === "pong" ? undefined : parseServerMessage(event.data);
    const { change, hasGap } = hear(view, message);
    show({ ...change, freshAtMs });
    if (hasGap) hello();
  });
  socket.addEventListener("close", (event) => {
    const isOver = Object.values<number>(closeCodes).includes(event.code);
    if (isOver) socket.close();
    show({ status: isOver ? "ended" : navigator.onLine ? "reconnecting" : "offline" });
  });
  const stopWatching = watchConnection(
    socket,
    () => view.freshAtMs,
    () => show({ status: "offline" }),
  );
  return {
    ask(ask) {
      show({ pending: [...view.pending, ask], refused: undefined });
      if (isOpen()) socket.send(encode({ type: "ask", ask }));
    },
    stop(turnId) {
      if (isOpen()) socket.send(encode({ type: "stop", turnId }));
    },
    forgive: () => show({ refused: undefined }),
    close() {
      stopWatching();
      socket.close();
    },
  };
}
