import type { PartySocket } from "partysocket";

const pingEveryMs = 20_000;
const silentAfterMs = 50_000;

/** A socket can be dead without a word: ask now and then, and start anew after a long silence. */
export function watchConnection(socket: PartySocket, freshAtMs: () => number | undefined, onOffline: () => void): () => void {
  const timer = setInterval(() => {
    if (socket.readyState !== WebSocket.OPEN) return;
    const isSilent = Date.now() - (freshAtMs() ?? Date.now()) > silentAfterMs;
    if (isSilent) socket.reconnect();
    else socket.send("ping");
  }, pingEveryMs);
  const goOnline = () => socket.reconnect();
  window.addEventListener("offline", onOffline);
  window.addEventListener("online", goOnline);
  return () => {
    clearInterval(timer);
    window.removeEventListener("offline", onOffline);
    window.removeEventListener("online", goOnline);
  };
}
