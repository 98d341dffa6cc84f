/** Node's own socket takes headers; the types in this project are those of a Worker's. */
export const SocketWithHeaders = WebSocket as unknown as new (url: string, options: { headers: Record<string, string> }) => WebSocket;
