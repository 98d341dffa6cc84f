import { expect, test } from "vitest";
import { startEntrepot } from "./electron.ts";
import { createFakeProgram } from "./testing/fake-program.ts";

function program() {
  const fake = createFakeProgram();
  const kept = new Map<string, string>();
  const onApp = new Map<string, () => void>();
  const onContents = new Map<string, (event: unknown, url: string) => void>();
  let isOnline = true;
  const options = {
    site: "pk_program",
    endpoint: "https://app.example",
    ...fake.parts,
    store: {
      get: (name: string) => kept.get(name),
      set: (name: string, value: string) => void kept.set(name, value),
      delete: (name: string) => void kept.delete(name),
    },
    app: { on: (name: string, run: () => void) => onApp.set(name, run) },
    contents: {
      getURL: () => "file:///home/ana/shop/index.html#/home?token=abc",
      on: (name: string, run: (event: unknown, url: string) => void) => onContents.set(name, run),
    },
    net: { isOnline: () => isOnline },
  };
  return {
    fake,
    kept,
    options,
    app: (name: string) => onApp.get(name)?.(),
    goTo: (url: string) => onContents.get("did-navigate-in-page")?.({}, url),
    connect: (is: boolean) => {
      isOnline = is;
    },
  };
}

test("pages of a program are told without the folders and secrets of their addresses", async () => {
  const { fake, options, goTo } = program();
  startEntrepot(options);
  await fake.pass(3_000);
  goTo("file:///home/ana/shop/index.html#/product/1");
  goTo("file:///home/ana/shop/settings.html");
  await fake.pass(3_000);
  expect(fake.sent[0]).toMatchObject({ sdk: { name: "electron" } });
  expect(
    fake
      .events()
      .filter(({ type }) => type === "page")
      .map(({ path }) => path),
  ).toEqual(["/home", "/product/1", "/settings.html"]);
  expect(JSON.stringify(fake.sent)).not.toMatch(/ana|abc/);
});

test("a window nobody looks at counts no time, and a program that ends says what it knows", async () => {
  const { fake, options, app } = program();
  startEntrepot(options);
  await fake.pass(3_000);
  app("browser-window-blur");
  await fake.pass(600_000);
  app("browser-window-focus");
  await fake.pass(4_000);
  app("before-quit");
  await fake.pass(0);
  expect(
    fake
      .events()
      .filter(({ type }) => type === "leave")
      .map(({ visibleMs }) => visibleMs),
  ).toEqual([3_000, 4_000]);
});

test("what could not be sent before the end is sent by the next start, with a yes", async () => {
  const first = program();
  const entrepot = startEntrepot({ ...first.options, consent: "granted" });
  await first.fake.pass(3_000);
  first.connect(false);
  entrepot.track("unsent");
  first.app("before-quit");
  await first.fake.pass(0);
  const second = program();
  for (const [name, text] of first.kept) second.kept.set(name, text);
  startEntrepot(second.options);
  await second.fake.pass(5_000);
  expect(second.fake.events().map(({ name }) => name)).toContain("unsent");
  expect(second.fake.sent[0]?.visitor).toBe(first.fake.sent[0]?.visitor);
});
