import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { provideBrowser } from "#scripts/dev/provide-browser.ts";

const answerSchema = z.object({
  id: z.int().optional(),
  method: z.string().optional(),
  sessionId: z.string().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
});
const contextSchema = z.object({ browserContextId: z.string() });
const targetSchema = z.object({ targetId: z.string() });
const sessionSchema = z.object({ sessionId: z.string() });

type Send = (method: string, params?: object, sessionId?: string) => Promise<unknown>;
/** `visit` resolves when the page has loaded. */
type QuietPage = { visit(url: string): Promise<void>; ask(method: string, params?: object): Promise<unknown> };
export type QuietBrowser = AsyncDisposable & { openPage(): Promise<QuietPage> };

const flags = ["--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--remote-debugging-port=0"];

/**
 * A browser that is asked for nothing but what is measured. Playwright listens to every request of its pages, and telling it
 * of them costs a page's main thread more than a small script does.
 */
export async function startQuietBrowser(tempDir: string): Promise<QuietBrowser> {
  const folder = mkdtempSync(join(tempDir, "browser-"));
  const browser = spawn(provideBrowser(), [...flags, `--user-data-dir=${folder}`], { stdio: ["ignore", "ignore", "pipe"] });
  const socket = new WebSocket(await addressOf(createInterface(browser.stderr)));
  await once(socket, "open");
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const loaded = new Map<string, () => void>();
  socket.addEventListener("message", ({ data }) => {
    const { id, method, sessionId = "", result, error } = answerSchema.parse(JSON.parse(String(data)));
    if (method === "Page.loadEventFired") loaded.get(sessionId)?.();
    const asked = waiting.get(id ?? 0);
    waiting.delete(id ?? 0);
    if (error === undefined) asked?.resolve(result);
    else asked?.reject(new Error(error.message));
  });
  let last = 0;
  const send: Send = (method, params = {}, sessionId) => {
    last += 1;
    const asked = Promise.withResolvers<unknown>();
    waiting.set(last, asked);
    socket.send(JSON.stringify({ id: last, method, params, sessionId }));
    return asked.promise;
  };
  return {
    openPage: () => openPage(send, loaded),
    async [Symbol.asyncDispose]() {
      const gone = once(browser, "exit");
      browser.kill();
      await gone;
    },
  };
}

async function addressOf(lines: AsyncIterable<string>): Promise<string> {
  for await (const line of lines) {
    const address = /DevTools listening on (\S+)/.exec(line)?.[1];
    if (address !== undefined) return address;
  }
  throw new Error("the browser ended before it could be asked anything");
}

/** In a window with files and storage of its own. */
async function openPage(send: Send, loaded: Map<string, () => void>): Promise<QuietPage> {
  const { browserContextId } = contextSchema.parse(await send("Target.createBrowserContext"));
  const size = { width: 1_280, height: 900, newWindow: true };
  const { targetId } = targetSchema.parse(await send("Target.createTarget", { url: "about:blank", browserContextId, ...size }));
  const { sessionId } = sessionSchema.parse(await send("Target.attachToTarget", { targetId, flatten: true }));
  const ask = (method: string, params = {}) => send(method, params, sessionId);
  await ask("Page.enable");
  // A page nobody looks at is given less to do.
  await ask("Emulation.setFocusEmulationEnabled", { enabled: true });
  return {
    ask,
    async visit(url) {
      const done = Promise.withResolvers<void>();
      loaded.set(sessionId, done.resolve);
      await ask("Page.navigate", { url });
      await done.promise;
    },
  };
}
