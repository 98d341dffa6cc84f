import { problem } from "./problem-answer.ts";

/** Forms and JSON here are small; what is larger is refused before anything acts on it. Uploads will name their own limit. */
const maxBodyBytes = 2_000_000;

type ByteStream = ReadableStream<Uint8Array<ArrayBuffer>>;

/** The request with a body that fits, or the refusal. One that does not say its length is read here, and no further than twice the limit. */
export async function boundBody(request: Request, requestId: string): Promise<Request | Response> {
  const tooLarge = () =>
    problem(requestId, { status: 413, code: "too_large", title: "Too large", detail: "The body is larger than 2 MB." });
  const declared = request.headers.get("content-length");
  if (declared !== null) return Number(declared) <= maxBodyBytes ? request : tooLarge();
  if (request.body === null) return request;
  const body = await readWithin(request.body as ByteStream, maxBodyBytes);
  return body === undefined ? tooLarge() : new Request(request, { method: request.method, body });
}

async function readWithin(stream: ByteStream, limitBytes: number): Promise<Blob | undefined> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let sizeBytes = 0;
  for await (const chunk of stream) {
    sizeBytes += chunk.byteLength;
    if (sizeBytes <= limitBytes) chunks.push(chunk);
    // Whoever is still sending when the connection ends does not hear why: a little too much is let come in, and thrown away.
    else if (sizeBytes > 2 * limitBytes) return undefined;
  }
  return sizeBytes > limitBytes ? undefined : new Blob(chunks);
}
