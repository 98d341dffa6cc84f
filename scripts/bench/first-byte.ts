import { Agent, get } from "node:http";

type Answer = { ms: number; body: string };

/** How long a page takes until its first byte, over a connection that is kept. */
export function firstByte(appUrl: URL, path: string, cookie: string): Promise<Answer> {
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const startedAt = performance.now();
  const request = get(new URL(path, appUrl), { headers: { cookie }, agent: kept }, (response) => {
    const parts: Buffer[] = [];
    response.once("readable", () => {
      const ms = performance.now() - startedAt;
      response.on("data", (part: Buffer) => parts.push(part));
      response.on("end", () => {
        const body = Buffer.concat(parts).toString();
        if (response.statusCode === 200) resolve({ ms, body });
        else reject(new Error(`${path} answered ${response.statusCode}`));
      });
    });
  });
  request.on("error", reject);
  return promise;
}

const kept = new Agent({ keepAlive: true, maxSockets: 1 });
