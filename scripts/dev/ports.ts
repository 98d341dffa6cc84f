import { createServer } from "node:net";
import { AdvisedError } from "./terminal.ts";

export async function requireFreePort(port: number, variable: string): Promise<void> {
  if (await canListen(port)) return;
  throw new AdvisedError(
    `Port ${port} is taken by another program. Stop that program, or choose another port, for example: ${variable}=${port + 100} npm run ${process.env["npm_lifecycle_event"] ?? "dev"}`,
  );
}

/** Ports nobody uses right now; all are held until the last is known, so that they differ. */
export async function findFreePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(Array.from({ length: count }, () => listen(0)));
  const ports = servers.map((server) => {
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("A TCP server has no port.");
    return address.port;
  });
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}

async function canListen(port: number): Promise<boolean> {
  try {
    const server = await listen(port);
    await new Promise((done) => server.close(done));
    return true;
  } catch {
    return false;
  }
}

function listen(port: number): Promise<ReturnType<typeof createServer>> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve(server));
  });
}
