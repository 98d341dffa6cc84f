import { expect, test } from "vitest";
import { startEntrepot } from "./react-native.ts";
import { createFakeProgram } from "./testing/fake-program.ts";

function phone(stored: Record<string, string> = {}) {
  const program = createFakeProgram();
  const kept = new Map(Object.entries(stored));
  const listeners: { state: () => void; app: (state: string) => void; network: (state: { isConnected: boolean | null }) => void } = {
    state: () => undefined,
    app: () => undefined,
    network: () => undefined,
  };
  let route = "Home";
  const options = {
    site: "pk_app",
    endpoint: "https://app.example",
    ...program.parts,
    storage: {
      getItem: (key: string) => Promise.resolve(kept.get(key) ?? null),
      setItem: (key: string, value: string) => Promise.resolve(kept.set(key, value)),
      removeItem: (key: string) => Promise.resolve(kept.delete(key)),
    },
    appState: {
      addEventListener: (_name: "change", run: (state: string) => void) => {
        listeners.app = run;
        return { remove: () => undefined };
      },
    },
    navigation: {
      addListener: (_name: "state", run: () => void) => {
        listeners.state = run;
        return () => undefined;
      },
      getCurrentRoute: () => ({ name: route }),
    },
    network: {
      addEventListener: (run: (state: { isConnected: boolean | null }) => void) => {
        listeners.network = run;
        return () => undefined;
      },
    },
  };
  const goTo = (name: string) => {
    route = name;
    listeners.state();
  };
  return { program, kept, listeners, options, goTo };
}

test("screens of an app are told like pages: shown, looked at, left", async () => {
  const { program, options, goTo } = phone();
  await startEntrepot(options);
  await program.pass(3_000);
  goTo("Product");
  goTo("Product");
  await program.pass(3_000);
  expect(program.sent[0]).toMatchObject({ sdk: { name: "react-native" }, page: { screen: { width: 391, height: 844 } }, visitor: null });
  expect(program.events().map(({ type, path, visibleMs }) => [type, path, visibleMs])).toEqual([
    ["page", "/Home", undefined],
    ["leave", "/Home", 3_000],
    ["page", "/Product", undefined],
  ]);
});

test("an app that goes to the background says so at once, and counts no time there", async () => {
  const { program, options, listeners } = phone();
  await startEntrepot(options);
  await program.pass(3_000);
  listeners.app("background");
  await program.pass(0);
  expect(program.events().at(-1)).toMatchObject({ type: "leave", visibleMs: 3_000 });
  await program.pass(3_600_000);
  listeners.app("active");
  await program.pass(2_000);
  listeners.app("inactive");
  await program.pass(0);
  expect(program.events().at(-1)).toMatchObject({ type: "leave", visibleMs: 2_000 });
});

test("without a network events wait and are kept with a yes, and leave when it is there again", async () => {
  const { program, options, kept, listeners } = phone();
  const entrepot = await startEntrepot({ ...options, consent: "granted" });
  await program.pass(3_000);
  listeners.network({ isConnected: false });
  entrepot.track("offline");
  listeners.app("background");
  await program.pass(60_000);
  expect(kept.get("entrepot.q")).toContain("offline");
  listeners.network({ isConnected: true });
  await program.pass(0);
  expect(program.events().map(({ name }) => name)).toContain("offline");
  expect(kept.has("entrepot.q")).toBe(false);
});

test("nothing is kept on the phone before a yes, and a storage that fails ends nothing", async () => {
  const { program, options, kept } = phone();
  const entrepot = await startEntrepot(options);
  await program.pass(3_000);
  expect(kept.size).toBe(0);
  const broken = {
    getItem: () => Promise.reject(new Error("no")),
    setItem: () => Promise.reject(new Error("no")),
    removeItem: () => Promise.reject(new Error("no")),
  };
  const other = await startEntrepot({ ...options, storage: broken });
  await program.pass(3_000);
  other.consent("granted");
  entrepot.consent("granted");
  await program.pass(3_000);
  expect(kept.has("entrepot.s")).toBe(true);
});
