/** Tells the two ways a body can be wrong apart from a broken connection. */
export type BodyFault = "too-large" | "truncated";

export class BodyError extends Error {
  override name = "BodyError";
  readonly fault: BodyFault;
  constructor(fault: BodyFault) {
    super(`The body is ${fault}`);
    this.fault = fault;
  }
}

type Body = ReadableStream<Uint8Array>;

/** A length that does not hold for the bytes we see (compressed on the way) is no promise. */
function promisedBytes(headers: Headers): number | undefined {
  const length = headers.get("content-length");
  return length !== null && /^\d+$/.test(length) && !headers.has("content-encoding") ? Number(length) : undefined;
}

/** Passes chunks on, and fails once there are too many bytes or fewer than promised. */
export async function* readBounded(body: Body | null, headers: Headers, maxBytes: number): AsyncGenerator<Uint8Array, void> {
  if (!body) return;
  const promised = promisedBytes(headers);
  const reader = body.getReader();
  let received = 0;
  try {
    if (promised !== undefined && promised > maxBytes) throw new BodyError("too-large");
    for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
      received += chunk.value.byteLength;
      if (received > maxBytes) throw new BodyError("too-large");
      yield chunk.value;
    }
    if (promised !== undefined && received < promised) throw new BodyError("truncated");
  } finally {
    // Also when the reader loses interest: an unread body keeps the connection busy.
    reader.cancel().catch(() => undefined);
  }
}

export async function collect(chunks: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of chunks) {
    parts.push(part);
    length += part.byteLength;
  }
  const all = new Uint8Array(length);
  let offset = 0;
  for (const part of parts) {
    all.set(part, offset);
    offset += part.byteLength;
  }
  return all;
}

/** The first bytes of a body, whatever comes after them. Never fails: it serves messages about a failure. */
export async function readExcerpt(body: Body | null, maxBytes: number): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  try {
    for await (const chunk of readBounded(body, new Headers(), maxBytes)) text += decoder.decode(chunk, { stream: true });
  } catch {
    return text;
  }
  return text;
}
