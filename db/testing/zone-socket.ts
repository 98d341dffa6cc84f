import { type Cursor, encode, parseServerMessage, type ServerMessage } from "#party/warehouse-zone/protocol.ts";
import { applyFrame, emptyZone, type ZoneView } from "#party/warehouse-zone/state.ts";
import { askForRoom } from "./live-socket.ts";

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
  const waiting = new Set<() => void>();
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
    for (const check of waiting) check();
  });
  socket.accept();
  function wait<Result>(look: () => Result | undefined): Promise<Result> {
    return new Promise((resolve) => {
      const check = () => {
        const found = look();
        if (found === undefined) return;
        waiting.delete(check);
        resolve(found);
      };
      waiting.add(check);
      check();
    });
  }
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
