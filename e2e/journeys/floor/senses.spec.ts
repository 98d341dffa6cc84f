import { expect, type Page } from "@playwright/test";
import { aFloor, givePin, scan, takeTablet, type TestFloor } from "#e2e/fixtures/floor.ts";
import { test } from "#e2e/fixtures/test.ts";

type Heard = { tones: number[] };

/** What the browser is asked to play, tone by tone; it is played all the same. */
function listen(): void {
  const heard: Heard = { tones: [] };
  const Tone = window.OscillatorNode;
  window.OscillatorNode = class extends Tone {
    constructor(context: BaseAudioContext, options?: OscillatorOptions) {
      super(context, options);
      heard.tones.push(options?.frequency ?? 0);
    }
  };
  Object.assign(window, { heard });
}

async function tonesOf(page: Page, act: () => Promise<void>): Promise<string> {
  const tones = () => page.evaluate(() => (window as unknown as { heard: Heard }).heard.tones);
  const before = (await tones()).length;
  await act();
  await expect.poll(async () => (await tones()).length).toBeGreaterThan(before);
  return (await tones()).slice(before).join(" ");
}

/** A lens before which whoever tests holds a colour, and a reader that knows codes by their colour: the stream between is real. */
function holdColours(codes: Record<string, string>): void {
  const lens = Object.assign(document.createElement("canvas"), { width: 64, height: 64 });
  const paint = lens.getContext("2d");
  const held = { colour: "#000000" };
  function show(): void {
    if (paint !== null) {
      paint.fillStyle = held.colour;
      paint.fillRect(0, 0, 64, 64);
    }
    requestAnimationFrame(show);
  }
  show();
  Object.defineProperty(navigator, "mediaDevices", {
    value: { getUserMedia: () => Promise.resolve(lens.captureStream()) },
  });
  const eye = Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  class BarcodeDetector {
    detect(video: HTMLVideoElement): Promise<{ rawValue: string }[]> {
      if (eye === null || video.videoWidth === 0) return Promise.resolve([]);
      eye.drawImage(video, 0, 0, 1, 1);
      const [red = 0, green = 0, blue = 0] = eye.getImageData(0, 0, 1, 1).data;
      const strongest = red > 128 ? "red" : green > 128 ? "green" : blue > 128 ? "blue" : "";
      const rawValue = codes[strongest];
      return Promise.resolve(rawValue === undefined ? [] : [{ rawValue }]);
    }
  }
  Object.assign(window, { BarcodeDetector, held });
}

const hold = (page: Page, colour: string) =>
  page.evaluate((next) => Object.assign((window as unknown as { held: object }).held, { colour: next }), colour);

async function planPick(floor: TestFloor): Promise<void> {
  await floor.ask("reserve", { type: "reserve", demandLine: "order-1", sku: floor.sku, qty: 2, rank: 1 });
  await floor.ask("plan", { type: "plan-picks", demandLines: ["order-1"], toBin: "STAGE-1" });
}

test("each verdict has a sound of its own, and none when sounds are off", async ({ newWorkspace, addMember, page, consoleGuard }) => {
  consoleGuard.allow("ERR_INTERNET_DISCONNECTED");
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await planPick(floor);
  await page.addInitScript(listen);
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: /^Start: Pick/ }).click();
  await expect(page.getByRole("heading", { name: "Pick: Go to and scan" })).toBeVisible();
  const wrong = await tonesOf(page, () => scan(page, "A-01-02"));
  const ok = await tonesOf(page, () => scan(page, "A-01-01"));
  await scan(page, "KET-18");
  await page.getByRole("button", { name: "All 2" }).click();
  await expect(page.getByRole("heading", { name: "Pick: Bring to and scan" })).toBeVisible();
  const done = await tonesOf(page, () => scan(page, "STAGE-1"));
  await page.getByRole("button", { name: "Receive" }).click();
  await scan(page, "KET-18");
  await page.getByRole("button", { name: "1", exact: true }).click();
  await page.getByRole("button", { name: "Confirm" }).click();
  await page.getByRole("button", { name: "No plate" }).click();
  await page.context().setOffline(true);
  await expect(page.getByText("Offline", { exact: true })).toBeVisible();
  const blocked = await tonesOf(page, () => scan(page, "STAGE-1"));
  expect({ ok, wrong, done, blocked }).toEqual({ ok: "880 1175", wrong: "196 165", done: "659 831 1319", blocked: "294 208" });

  await page.context().setOffline(false);
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("button", { name: "Off", exact: true }).click();
  await page.getByRole("button", { name: "Back", exact: true }).click();
  const before = await page.evaluate(() => (window as unknown as { heard: Heard }).heard.tones.length);
  await scan(page, "KET-18");
  await expect(page.getByText("Scan a bin now.").first()).toBeVisible();
  expect(await page.evaluate(() => (window as unknown as { heard: Heard }).heard.tones.length)).toBe(before);
});

test("a code before the camera is a scan like any, once as long as it stays there", async ({ newWorkspace, addMember, page }) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await planPick(floor);
  await page.addInitScript(holdColours, { red: "A-01-01", green: "KET-18", blue: "A-01-02" });
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: "Use the camera" }).click();
  await page.getByRole("button", { name: /^Start: Pick/ }).click();
  await expect(page.getByRole("heading", { name: "Pick: Go to and scan" })).toBeVisible();
  await expect(page.getByLabel("What the camera sees")).toBeVisible();
  await hold(page, "#0000ff");
  await expect(page.getByText("This is another bin.").first()).toBeVisible();
  await hold(page, "#ff0000");
  await expect(page.getByRole("heading", { name: "Pick: Scan the goods" })).toBeVisible();
  await hold(page, "#00ff00");
  await expect(page.getByRole("heading", { name: "Pick: How many?" })).toBeVisible();
});

test("a browser without a reader of codes says so, and one that may not see says that", async ({ newWorkspace, addMember, page }) => {
  const team = await newWorkspace();
  const picker = await addMember(team, "picker", "Paula Picker");
  await givePin(picker);
  const floor = await aFloor(team);
  await page.addInitScript(() => Reflect.deleteProperty(window, "BarcodeDetector"));
  await takeTablet(page, floor, picker.name);
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText("This browser cannot read codes by camera. Use a scanner, or type.")).toBeVisible();
  await page.addInitScript(() => {
    class BarcodeDetector {
      detect = (): Promise<never[]> => Promise.resolve([]);
    }
    Object.assign(window, { BarcodeDetector });
    const refuse = { getUserMedia: () => Promise.reject(new DOMException("no", "NotAllowedError")) };
    Object.defineProperty(navigator, "mediaDevices", { value: refuse });
  });
  await page.reload();
  await page.getByRole("button", { name: "Use the camera" }).click();
  await expect(page.getByText("The camera is not allowed here.")).toBeVisible();
});
