import { parseUntrusted } from "#app/platform/parse-untrusted.ts";
import type * as z from "zod/mini";

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What a client sent, read by its protocol; anything may come in. */
export function parseFrame<Schema extends z.ZodMiniType>(
  schema: Schema,
  frame: unknown,
  maxChars = Number.POSITIVE_INFINITY,
): z.output<Schema> | "malformed" | "too-large" {
  if (typeof frame !== "string") return "malformed";
  if (frame.length > maxChars) return "too-large";
  const result = parseUntrusted(schema, parseJson(frame));
  return result.success ? result.data : "malformed";
}

export type Unversioned<Message> = Message extends unknown ? Omit<Message, "v"> : never;
