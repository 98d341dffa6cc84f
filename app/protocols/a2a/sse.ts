import { noStore } from "./rpc-answers.ts";

const keepAliveMs = 15_000;

type Options = { onFault: (error: unknown) => unknown; defer: (work: Promise<unknown>) => void };

/** A refusal that comes before the first event is a plain answer; after it, it is the last event. */
export async function streamed(events: AsyncGenerator, { onFault, defer }: Options): Promise<Response> {
  let first: IteratorResult<unknown>;
  try {
    first = await events.next();
  } catch (error) {
    return Response.json(onFault(error), { headers: noStore });
  }
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  defer(write(writable, { first, events, onFault }));
  return new Response(readable, { headers: { ...noStore, "content-type": "text/event-stream", "x-accel-buffering": "no" } });
}

type Source = { first: IteratorResult<unknown>; events: AsyncGenerator; onFault: (error: unknown) => unknown };

async function write(writable: WritableStream<Uint8Array>, { first, events, onFault }: Source): Promise<void> {
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  const send = (text: string) => writer.write(encoder.encode(text));
  // Proxies end what is silent for too long.
  const timer = setInterval(() => void send(": still here\n\n").catch(() => undefined), keepAliveMs);
  try {
    if (first.done !== true) await send(`data: ${JSON.stringify(first.value)}\n\n`);
    for await (const event of events) await send(`data: ${JSON.stringify(event)}\n\n`);
  } catch (error) {
    await send(`event: error\ndata: ${JSON.stringify(onFault(error))}\n\n`).catch(() => undefined);
  } finally {
    clearInterval(timer);
    await events.return(undefined);
    await writer.close().catch(() => undefined);
  }
}
