import { type Cursor, encode, parseServerMessage, type ServerMessage } from "#party/warehouse-zone/protocol.ts";
import { applyFrame, emptyZone, type ZoneView } from "#party/warehouse-zone/state.ts";
import { askForRoom } from "./live-socket.ts";
import { createWaiting } from "./waiting.ts";

type FrameOf<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

export type ZoneSocket = {
  frames: ServerMessage[];
  /** What a page would show now, and whether it would have to ask again. */
  view(): ZoneView;
  gaps(): number;
  send(frame: string): void;
  hello(cursor?: Cursor): void;
  until<Type extends ServerMessage["type"]>(type: Type, accept?: (frame: FrameOf<Type>) => boolean): Promise<FrameOf<Type>>;
  /** Until the view is at this event or a later one. */
  reach(seq: number): Promise<ZoneView>;
  close(): void;
  closed: Promise<number>;
};

/** A follower of a zone, through the Worker's front door. */
export async function openZoneSocket(room: string, cookie: string): Promise<ZoneSocket> {
  const response = await askForRoom(`warehouse-zone/${room}`, { upgrade: "websocket", cookie });
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  const frames: ServerMessage[] = [];
  const { look, wait } = createWaiting();
  let view = emptyZone;
  let gaps = 0;
  const closed = new Promise<number>((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
  socket.addEventListener("message", ({ data }) => {
    const message = parseServerMessage(data);
    if (message === undefined) throw new Error(`not a frame of ours: ${String(data)}`);
    frames.push(message);
    const applied = applyFrame(view, message);
    view = applied.view;
    gaps += applied.hasGap ? 1 : 0;
    look();
  });
  socket.accept();
  return {
    frames,
    closed,
    view: () => view,
    gaps: () => gaps,
    send: (frame) => socket.send(frame),
    hello: (cursor) => socket.send(encode(cursor === undefined ? { type: "hello" } : { type: "hello", cursor })),
    until: <Type extends ServerMessage["type"]>(type: Type, accept: (frame: FrameOf<Type>) => boolean = () => true) =>
      wait(() => frames.find((frame): frame is FrameOf<Type> => frame.type === type && accept(frame as FrameOf<Type>))),
    reach: (seq) => wait(() => (view.cursor !== undefined && view.cursor.seq >= seq ? view : undefined)),
    close: () => socket.close(1000, "done"),
  };
}
