import type { FrameLimit } from "./frame-limit.ts";

type Unheard = { type: "error"; code: "malformed" | "too-large" | "too-fast"; detail: string };

/** How a room reads what it is told, and how it writes. */
type Speech<Message> = {
  frames: FrameLimit;
  parse: (frame: unknown) => Message | "malformed" | "too-large";
  encode: (answer: Unheard) => string;
};

/** What a client said to a room; undefined after it was told why nobody heard it. */
export function hearFrame<Message extends object>(
  connection: { id: string; send: (frame: string) => void },
  frame: unknown,
  { frames, parse, encode }: Speech<Message>,
): Message | undefined {
  const message = frames.allows(connection.id) ? parse(frame) : "too-fast";
  if (typeof message !== "string") return message;
  connection.send(encode({ type: "error", code: message, detail: "the frame was ignored" }));
  return undefined;
}
