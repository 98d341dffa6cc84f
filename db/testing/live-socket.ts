import { exports } from "cloudflare:workers";
import { type Cursor, type Delta, encode, parseServerMessage, type ServerMessage } from "#party/workspace-live/protocol.ts";
import { createWaiting } from "./waiting.ts";
import { applyMessage, initialLiveView, type LiveState } from "#party/workspace-live/state.ts";

type FrameOf<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

export type LiveSocket = {
  frames: ServerMessage[];
  /** What a page would show now. */
  state(): LiveState;
  deltas(): Delta[];
  send(frame: string | ArrayBuffer): void;
  /** Says hello from a place, by default its own, and waits for the answer: everything sent before has arrived by then. */
  sync(cursor?: Cursor): Promise<FrameOf<"welcome">>;
  /** The first frame, already here or still to come, that is asked for. */
  until<Type extends ServerMessage["type"]>(type: Type, accept?: (frame: FrameOf<Type>) => boolean): Promise<FrameOf<Type>>;
  close(): void;
  closed: Promise<number>;
};

export const appOrigin = "http://app.test";

export function askForRoom(path: string, headers: Record<string, string> = {}): Promise<Response> {
  return exports.default.fetch(`${appOrigin}/parties/${path}`, { headers });
}

/** A page's socket, through the Worker's front door. */
export async function openLiveSocket(workspaceId: string, cookie: string): Promise<LiveSocket> {
  const response = await askForRoom(`workspace-live/${workspaceId}`, { upgrade: "websocket", cookie });
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  return toLiveSocket(socket);
}

function toLiveSocket(socket: WebSocket): LiveSocket {
  const frames: ServerMessage[] = [];
  let hellos = 0;
  const { look, wait } = createWaiting();
  let view: LiveState = initialLiveView;
  const closed = new Promise<number>((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
  socket.addEventListener("message", ({ data }) => {
    const message = parseServerMessage(data);
    if (message === undefined) throw new Error(`not a frame of ours: ${String(data)}`);
    frames.push(message);
    view = applyMessage(view, message).state;
    look();
  });
  socket.accept();
  function until<Type extends ServerMessage["type"]>(type: Type, accept: (frame: FrameOf<Type>) => boolean = () => true) {
    return wait(() => frames.find((frame): frame is FrameOf<Type> => frame.type === type && accept(frame as FrameOf<Type>)));
  }
  return {
    frames,
    closed,
    state: () => view,
    deltas: () => frames.flatMap((frame) => (frame.type === "deltas" ? frame.deltas : [])),
    send: (frame) => socket.send(frame),
    sync(cursor = view.cursor) {
      hellos += 1;
      const answer = hellos;
      socket.send(encode(cursor === undefined ? { type: "hello" } : { type: "hello", cursor }));
      return until("welcome", (frame) => frames.filter((one) => one.type === "welcome").indexOf(frame) === answer - 1);
    },
    until,
    close: () => socket.close(1000, "done"),
  };
}
