import type { Entrepot } from "./client.ts";
import { createNativeHost, type Device, screenPath, storedNames } from "./native-host.ts";
import { type ProgramOptions, watchScreens } from "./screens.ts";

/** `AsyncStorage`. */
type Storage = {
  getItem(key: string): Promise<string | null>;
  setItem(key: string, value: string): Promise<unknown>;
  removeItem(key: string): Promise<unknown>;
};
/** The container's ref of React Navigation. */
type Navigation = { addListener(name: "state", run: () => void): () => void; getCurrentRoute(): { name: string } | undefined };
/** `AppState`. */
type AppState = { addEventListener(name: "change", run: (state: string) => void): { remove(): void } };
/** `NetInfo`. */
type Network = { addEventListener(run: (state: { isConnected: boolean | null }) => void): () => void };

export type ReactNativeOptions = ProgramOptions & {
  storage: Storage;
  appState: AppState;
  navigation: Navigation;
  device: Device;
  network?: Network;
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

/** The same for an app of React Native. What it needs of the phone is passed in: this adds no native module. */
export async function startEntrepot(options: ReactNativeOptions): Promise<Entrepot & { stop(): void }> {
  const { storage, appState, navigation, network } = options;
  const stored = new Map<string, string>();
  for (const name of storedNames) {
    const text = await storage.getItem(`entrepot.${name}`).catch(() => null);
    if (text !== null) stored.set(name, text);
  }
  let isOnline = true;
  const host = createNativeHost({
    device: options.device,
    stored,
    keep(name, text) {
      const key = `entrepot.${name}`;
      // What cannot be kept lives as long as the app.
      (text === null ? storage.removeItem(key) : storage.setItem(key, text)).catch(() => 0);
    },
    isOnline: () => isOnline,
    fetch: options.fetch ?? fetch,
    random: options.random ?? Math.random,
    now: options.now ?? Date.now,
    later: options.later ?? usualLater,
    sha256: options.sha256,
  });
  const here = () => screenPath(navigation.getCurrentRoute()?.name);
  const screens = watchScreens(host, "react-native", options, here());
  const endings = [
    navigation.addListener("state", () => screens.show(here(), navigation.getCurrentRoute()?.name)),
    network?.addEventListener(({ isConnected }) => {
      isOnline = isConnected !== false;
      if (isOnline) screens.retry();
    }),
  ];
  const states = appState.addEventListener("change", (state) => (state === "active" ? screens.wake() : screens.rest()));
  return {
    ...screens.api,
    stop() {
      states.remove();
      for (const end of endings) end?.();
      screens.rest();
    },
  };
}
