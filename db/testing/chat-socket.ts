import { runInDurableObject } from "cloudflare:test";
import { env } from "cloudflare:workers";
import type { ConversationRoom } from "#app/worker/rooms.server.ts";
import type { AnswerTurn } from "#party/conversation/answering.server.ts";
import {
  type Ask,
  type Cursor,
  encode,
  parseServerMessage,
  roomName,
  type RoomTurn,
  type ServerMessage,
} from "#party/conversation/protocol.ts";
import { applyMessage, emptyRoom, isOpen, type RoomView } from "#party/conversation/state.ts";
import { testIds } from "./basics.ts";
import { askForRoom } from "./live-socket.ts";
import { createWaiting } from "./waiting.ts";

type FrameOf<Type extends ServerMessage["type"]> = Extract<ServerMessage, { type: Type }>;

export type ChatSocket = {
  frames: ServerMessage[];
  /** What a page would show now. */
  view(): RoomView;
  send(frame: string): void;
  hello(cursor?: Cursor): Promise<void>;
  ask(question: string, more?: Partial<Ask>): string;
  /** Until a turn with this question is as it is waited for; by default over. */
  turn(question: string, is?: (turn: RoomTurn) => boolean): Promise<RoomTurn>;
  until<Type extends ServerMessage["type"]>(type: Type, accept?: (frame: FrameOf<Type>) => boolean): Promise<FrameOf<Type>>;
  close(): void;
  closed: Promise<number>;
};

export function chatRoom(workspaceId: string, conversationId: string) {
  return env.CONVERSATION.getByName(roomName(workspaceId, conversationId));
}

/** Lets the room's questions be answered by this. An instance that was evicted has to be told again. */
export async function answerBy(stub: ReturnType<typeof chatRoom>, answer: AnswerTurn): Promise<void> {
  await runInDurableObject(stub, (room: ConversationRoom) => {
    room.answer = answer;
  });
}

/** What a crash or a deploy does to an instance: whatever it had in hand is gone, and its sockets with it. */
export async function killRoom(stub: ReturnType<typeof chatRoom>): Promise<void> {
  await runInDurableObject(stub, (_room: ConversationRoom, state) => state.abort("killed")).catch(() => undefined);
}

export async function openChatSocket(workspaceId: string, conversationId: string, cookie: string): Promise<ChatSocket> {
  const response = await askForRoom(`conversation/${roomName(workspaceId, conversationId)}`, { upgrade: "websocket", cookie });
  const socket = response.webSocket;
  if (socket === null) throw new Error(`no socket: ${response.status}`);
  const frames: ServerMessage[] = [];
  const { look, wait } = createWaiting();
  let view = emptyRoom;
  const closed = new Promise<number>((resolve) => socket.addEventListener("close", ({ code }) => resolve(code)));
  socket.addEventListener("message", ({ data }) => {
    const message = parseServerMessage(data);
    if (message === undefined) throw new Error(`not a frame of ours: ${String(data)}`);
    frames.push(message);
    const applied = applyMessage(view, message);
    view = applied.view;
    if (applied.hasGap && view.cursor !== undefined) throw new Error("a gap on a socket that stayed open");
    look();
  });
  socket.accept();
  return {
    frames,
    closed,
    view: () => view,
    send: (frame) => socket.send(frame),
    async hello(cursor) {
      const seen = frames.length;
      // As a page that comes back: what it knew lies before this place.
      if (cursor !== undefined && view.cursor === undefined) view = { cursor, turns: [] };
      socket.send(encode(cursor === undefined ? { type: "hello" } : { type: "hello", cursor }));
      await wait(() => frames.slice(seen).find(({ type }) => type === "snapshot" || type === "events"));
    },
    ask(question, more = {}) {
      const askId = more.askId ?? testIds.next("ask");
      socket.send(encode({ type: "ask", ask: { askId, question, query: null, attachmentIds: [], locale: "en", ...more } }));
      return askId;
    },
    turn: (question, is = (turn) => !isOpen(turn)) => wait(() => view.turns.findLast((turn) => turn.question === question && is(turn))),
    until: <Type extends ServerMessage["type"]>(type: Type, accept: (frame: FrameOf<Type>) => boolean = () => true) =>
      wait(() => frames.find((frame): frame is FrameOf<Type> => frame.type === type && accept(frame as FrameOf<Type>))),
    close: () => socket.close(1000, "done"),
  };
}
