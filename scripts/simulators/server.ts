import { createServer, type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { BrokenConnection, type SocketPeer } from "#app/integrations/simulator.ts";
import type { SimulatorHost } from "./host.ts";

const maxBodyBytes = 25 * 1024 * 1024;

/** Without `accept` no sockets are taken. */
type Served = Pick<SimulatorHost, "fetch"> & Partial<SimulatorHost>;

/** Puts the host behind a real socket, the only place where a connection can truly hang, break or end halfway. */
export function serveSimulators(host: Served): Server {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: maxBodyBytes });
  const brokenBy = (connection: ServerResponse | Duplex) => (error: unknown) => {
    if (!(error instanceof BrokenConnection) && !connection.destroyed) process.stderr.write(`simulators: ${String(error)}\n`);
    connection.destroy();
  };
  return createServer((incoming, outgoing) => {
    answer(host, incoming, outgoing).catch(brokenBy(outgoing));
  }).on("upgrade", (incoming: IncomingMessage, connection: Duplex, head: Buffer) => {
    accept(host, sockets, { incoming, connection, head }).catch(brokenBy(connection));
  });
}

type Upgrade = { incoming: IncomingMessage; connection: Duplex; head: Buffer };

/** Nothing is sent before the vendor was heard, so its end of the socket is made first and speaks once there is another. */
async function accept(host: Served, sockets: WebSocketServer, { incoming, connection, head }: Upgrade): Promise<void> {
  const gone = new AbortController();
  connection.once("close", () => gone.abort());
  const opened = Promise.withResolvers<WebSocket>();
  const peer: SocketPeer = {
    send: (frame) => void opened.promise.then((socket) => socket.send(frame)),
    close: (code, reason) => void opened.promise.then((socket) => socket.close(code, reason)),
  };
  const request = await toRequest(incoming, gone.signal);
  const vendor = host.accept === undefined ? new Response(null, { status: 404 }) : await host.accept(request, peer);
  if (vendor instanceof Response) {
    const { status } = vendor;
    connection.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}\r\nconnection: close\r\n\r\n${await vendor.text()}`);
    return;
  }
  sockets.handleUpgrade(incoming, connection, head, (socket) => {
    socket.on("message", (data: Buffer) => vendor.onMessage(data.toString("utf8")));
    socket.on("close", () => vendor.onClose());
    opened.resolve(socket);
  });
}

async function answer(host: Served, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  const response = await host.fetch(await toRequest(incoming, gone.signal));
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  const reader: ReadableStreamDefaultReader<Uint8Array> | undefined = response.body?.getReader();
  for (let part = await reader?.read(); part?.done === false; part = await reader?.read()) {
    await write(outgoing, part.value);
  }
  outgoing.end();
}

/** Resolves once the bytes have left, so that a break after them cannot swallow them. */
function write(outgoing: ServerResponse, bytes: Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => outgoing.write(bytes, (error) => (error ? reject(error) : resolve())));
}

async function toRequest(incoming: IncomingMessage, signal: AbortSignal): Promise<Request> {
  const url = new URL(incoming.url ?? "/", `http://${incoming.headers.host ?? "127.0.0.1"}`);
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headersDistinct)) for (const one of value ?? []) headers.append(name, one);
  const method = incoming.method ?? "GET";
  if (method === "GET" || method === "HEAD") return new Request(url, { method, headers, signal });
  return new Request(url, { method, headers, signal, body: await readBody(incoming) });
}

async function readBody(incoming: AsyncIterable<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > maxBodyBytes) throw new BrokenConnection();
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
