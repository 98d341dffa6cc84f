/** Where the bytes of an attachment are. Only the server says so: whoever asks names a conversation and a file. */
export function attachmentKey(workspaceId: string, conversationId: string, id: string): string {
  return `${workspaceId}/chat/${conversationId}/${id}`;
}
