import type { ServiceContext } from "#app/domain/context.ts";
import type { Attachment } from "#app/domain/conversations/parts.ts";

/** As much of a file as a model is shown; people have the rest. */
const mostBytes = 20_000;
const readable = /^(?:text\/|application\/(?:json|csv)\b)/;

/** What is attached, in words: the beginning of texts and tables, and of everything else what it is. */
export async function readAttachments(ctx: ServiceContext, attachments: readonly Attachment[]): Promise<string[]> {
  return Promise.all(
    attachments.map(async ({ name, mediaType, sizeBytes, objectKey }) => {
      const head = `Attached: ${name} (${mediaType}, ${sizeBytes} bytes)`;
      // Keys begin with the workspace's id: what belongs to another one is not opened, whoever wrote the key.
      if (!readable.test(mediaType) || !objectKey.startsWith(`${ctx.workspaceId}/`)) return head;
      const file = await ctx.ports.attachmentStore.open(objectKey);
      return file === undefined ? `${head}: it is gone` : `${head}:\n${await beginningOf(file.body)}`;
    }),
  );
}

async function beginningOf(body: ReadableStream<Uint8Array>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < mostBytes) {
    const { value, done } = await reader.read();
    if (done) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text.slice(0, mostBytes);
}
