import type { ServiceContext } from "#app/domain/context.ts";
import { attachmentKey } from "#app/domain/conversations/attachment-key.ts";
import type { Turn } from "#app/domain/conversations/parts.ts";

/** As much of a file as a model is shown; people have the rest. */
const mostBytes = 20_000;
const readable = /^(?:text\/|application\/(?:json|csv)\b)/;

/** What is attached, in words: the beginning of texts and tables, and of everything else what it is. */
export async function readAttachments(
  ctx: ServiceContext,
  { conversationId, attachments }: Pick<Turn, "conversationId" | "attachments">,
): Promise<string[]> {
  return Promise.all(
    attachments.map(async ({ id, name, mediaType, sizeBytes }) => {
      const head = `Attached: ${name} (${mediaType}, ${sizeBytes} bytes)`;
      if (!readable.test(mediaType)) return head;
      const file = await ctx.ports.attachmentStore.open(attachmentKey(ctx.workspaceId, conversationId, id));
      return file === undefined ? `${head}: it is gone` : `${head}:\n${await beginningOf(file.body)}`;
    }),
  );
}

async function beginningOf(body: ReadableStream<unknown>): Promise<string> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let text = "";
  while (text.length < mostBytes) {
    const { value, done } = await reader.read();
    if (done || !(value instanceof Uint8Array)) return text + decoder.decode();
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return text.slice(0, mostBytes);
}
