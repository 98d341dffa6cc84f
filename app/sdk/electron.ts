import type { Entrepot } from "./client.ts";
import { createNativeHost, type Device, screenPath, storedNames } from "./native-host.ts";
import { type ProgramOptions, watchScreens } from "./screens.ts";

/** `electron-store`, or anything that keeps texts by their names. */
type Store = { get(name: string): unknown; set(name: string, value: string): void; delete(name: string): void };
/** `app`. */
type App = { on(name: "before-quit" | "browser-window-blur" | "browser-window-focus", run: () => void): unknown };
/** `webContents` of the window that people shop in. */
type Contents = {
  getURL(): string;
  on(name: "did-navigate" | "did-navigate-in-page", run: (event: unknown, url: string) => void): unknown;
};

export type ElectronOptions = ProgramOptions & {
  store: Store;
  app: App;
  contents: Contents;
  device: Device;
  /** `net.isOnline`, and `online` of whatever tells. */
  net: { isOnline(): boolean };
  sha256?: (text: string) => Promise<string>;
  fetch?: typeof fetch;
  random?: () => number;
  now?: () => number;
  later?: (run: () => void, ms: number) => () => void;
};

function usualLater(run: () => void, ms: number): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}

/** Of a page of the program's own (`file:///…/index.html#/product/1`) what stands after its mark, of another its path. */
function pathOf(address: string): string {
  const url = URL.parse(address);
  return screenPath(url === null ? "" : url.hash.startsWith("#/") ? url.hash.slice(1).split("?")[0] : url.pathname.split("/").at(-1));
}

/** The same for a program of Electron, in its main process: pages of it need no script, and their windows no rights. */
export function startEntrepot(options: ElectronOptions): Entrepot {
  const { store, app, contents, net } = options;
  const stored = new Map<string, string>();
  for (const name of storedNames) {
    const text = store.get(`entrepot_${name}`);
    if (typeof text === "string") stored.set(name, text);
  }
  const host = createNativeHost({
    device: options.device,
    stored,
    keep(name, text) {
      if (text === null) store.delete(`entrepot_${name}`);
      else store.set(`entrepot_${name}`, text);
    },
    isOnline: () => net.isOnline(),
    fetch: options.fetch ?? fetch,
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
    later: options.later ?? usualLater,
    sha256: options.sha256,
  });
  const screens = watchScreens(host, "electron", options, pathOf(contents.getURL()));
  for (const name of ["did-navigate", "did-navigate-in-page"] as const) contents.on(name, (_event, url) => screens.show(pathOf(url)));
  app.on("browser-window-blur", screens.rest);
  app.on("browser-window-focus", () => {
    screens.wake();
    screens.retry();
  });
  app.on("before-quit", screens.rest);
  return screens.api;
}
