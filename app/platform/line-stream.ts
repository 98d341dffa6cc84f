const chunkChars = 16_384;

async function* toChunks(lines: AsyncIterable<string>, lineEnd: string): AsyncGenerator<string, void> {
  let chunk = "";
  for await (const line of lines) {
    chunk += line + lineEnd;
    if (chunk.length < chunkChars) continue;
    yield chunk;
    chunk = "";
  }
  if (chunk !== "") yield chunk;
}

/** Lines as UTF-8, read only as fast as they are taken, many of them in one piece. */
export function lineStream(lines: AsyncIterable<string>, lineEnd = "\n"): ReadableStream<Uint8Array> {
  const chunks = toChunks(lines, lineEnd);
  const utf8 = new TextEncoder();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await chunks.next();
        if (next.done) controller.close();
        else controller.enqueue(utf8.encode(next.value));
      },
      async cancel() {
        await chunks.return();
      },
    },
    { highWaterMark: 0 },
  );
}
