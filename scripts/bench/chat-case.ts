import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { encode, parseServerMessage, party, roomName, type RoomTurn } from "#party/conversation/protocol.ts";
import { applyMessage, emptyRoom, isOpen } from "#party/conversation/state.ts";
import type { World } from "./bench-world.ts";
import type { Result } from "./result.ts";
import { SocketWithHeaders } from "./socket-with-headers.ts";
import { percentile, round } from "./statistics.ts";

const workspaceId = "wsp_demo";
const conversations = 200;
const question = "Quantos pedidos por canal nos últimos 7 dias?";
const patienceMs = 120_000;

type Asked = { turn: RoomTurn; tookMs: number; again: RoomTurn | undefined };

/** Two hundred conversations asked at the same moment: how long until each has its whole answer, and whether it resumes exactly. */
export async function runChat(world: World): Promise<Result> {
  const ids = await createAll(world);
  const startedAt = performance.now();
  const all = await Promise.all(ids.map((id, index) => askIn(world, id, world.cookies[index % world.cookies.length] ?? "")));
  const seconds = (performance.now() - startedAt) / 1_000;
  const lost = all.filter(({ turn, again }) => turn.state === "broken" || JSON.stringify(again) !== JSON.stringify(turn));
  if (lost.length > 0) throw new Error(`${lost.length} of ${conversations} answers were lost or resumed otherwise`);
  const tookMs = all.map((one) => one.tookMs);
  return {
    name: `chat-${conversations}`,
    value: round(conversations / seconds, 1),
    unit: "answers/s",
    p50Ms: round(percentile(tookMs, 0.5), 1),
    p99Ms: round(percentile(tookMs, 0.99), 1),
  };
}

const made = z.object({ id: z.string() });

/** Each begun by whoever asks in it: one that is not shared opens to nobody else. */
async function createAll({ appUrl, cookies }: World): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < conversations; index += 1) {
    const answer = await fetch(new URL("/api/v1/conversations", appUrl), {
      method: "POST",
      headers: { cookie: cookies[index % cookies.length] ?? "", origin: appUrl.origin, "content-type": "application/json" },
      body: "{}",
    });
    if (answer.status !== 201) throw new Error(`a conversation was not begun: ${answer.status}`);
    ids.push(made.parse(await answer.json()).id);
  }
  return ids;
}

async function askIn({ appUrl }: World, id: string, cookie: string): Promise<Asked> {
  const url = `ws://${appUrl.host}/parties/${party}/${roomName(workspaceId, id)}`;
  const ask = { askId: `ask_${id}`, question, query: null, attachmentIds: [], locale: "pt-BR" as const };
  const askedAt = performance.now();
  const turn = await answeredOn(url, cookie, (socket) => socket.send(encode({ type: "ask", ask })));
  const tookMs = performance.now() - askedAt;
  // Whoever comes anew is given the same, from what the room has written.
  return { turn, tookMs, again: await answeredOn(url, cookie, () => undefined) };
}

async function answeredOn(url: string, cookie: string, begin: (socket: WebSocket) => void): Promise<RoomTurn> {
  const socket = new SocketWithHeaders(url, { headers: { cookie } });
  const answered = Promise.withResolvers<RoomTurn>();
  let view = emptyRoom;
  socket.addEventListener("open", () => {
    socket.send(encode({ type: "hello" }));
    begin(socket);
  });
  socket.addEventListener("error", () => answered.reject(new Error("the room refused a socket")));
  socket.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
    const message = parseServerMessage(data);
    if (message === undefined) return;
    view = applyMessage(view, message).view;
    const [turn] = view.turns;
    if (turn !== undefined && !isOpen(turn)) answered.resolve(turn);
  });
  const tooLate = new AbortController();
  try {
    const late = delay(patienceMs, undefined, { signal: tooLate.signal }).then(() => Promise.reject(new Error("an answer never came")));
    return await Promise.race([answered.promise, late]);
  } finally {
    tooLate.abort();
    socket.close();
  }
}
