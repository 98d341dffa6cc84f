import { NavigationType } from "react-router";
import { expect, test } from "vitest";
import { patientFetch, readAgain, type ReadTrouble, Unanswered, UnreadPart } from "./patient-fetch.ts";

type Answer = number | "lost";

const ofThePage = { type: "revalidation", fetcherKey: null, navigationType: null } as const;
const ofANavigation = { type: "navigation", fetcherKey: null, navigationType: NavigationType.Push } as const;
const ofAPart = { type: "fetcher", fetcherKey: "sheet", navigationType: null } as const;

/** A house that gives these answers one after the other, and what was waited for between them. */
function aHouse(answers: Answer[], whileWaiting: () => void = () => undefined, isOnline = true) {
  const waits: number[] = [];
  const told: ReadTrouble[] = [];
  let asked = 0;
  const fetchPatiently = patientFetch({
    fetch: async (_request) => {
      const answer = answers[asked++] ?? 200;
      if (answer === "lost") throw new TypeError("Failed to fetch");
      return new Response(`answer ${asked}`, { status: answer });
    },
    wait: async (ms) => {
      waits.push(ms);
      whileWaiting();
    },
    pathname: () => "/warehouse",
    isOnline: () => isOnline,
    tell: (trouble) => void told.push(trouble),
  });
  return {
    read: (request: Request) => fetchPatiently(request, ofThePage),
    open: (request: Request) => fetchPatiently(request, ofANavigation),
    readPart: (request: Request) => fetchPatiently(request, ofAPart),
    waits,
    told,
    asked: () => asked,
  };
}

function reading(path: string, init: RequestInit = {}): Request {
  return new Request(`https://entrepot.test${path}`, init);
}

/** What comes of a read while the page reads itself again. */
async function again(read: (request: Request) => Promise<Response>, request: Request): Promise<Response> {
  let answer: Promise<Response> | undefined;
  await readAgain(async () => {
    answer = read(request);
    await answer.catch(() => undefined);
  });
  return answer ?? Response.error();
}

test("the open page that reads itself again waits out a lost connection and a restart", async () => {
  const { read, waits } = aHouse(["lost", "lost", 503, "lost", "lost", "lost", 200]);
  expect((await again(read, reading("/warehouse.data"))).status).toBe(200);
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 15_000, 15_000]);
});

test("a house that keeps answering with an error is believed in the end, and a refusal at once", async () => {
  const broken = aHouse([500, 500, 500, 500, 500, 500]);
  expect((await again(broken.read, reading("/warehouse.data"))).status).toBe(500);
  expect(broken.asked()).toBe(5);
  const gone = aHouse([404]);
  expect((await again(gone.read, reading("/warehouse.data"))).status).toBe(404);
  expect(gone.waits).toEqual([]);
});

test("where somebody goes is asked for over a hiccup, and what lasts is said soon", async () => {
  const hiccup = aHouse(["lost", 503, 200]);
  expect((await hiccup.open(reading("/orders.data"))).status).toBe(200);
  expect([hiccup.waits, hiccup.told]).toEqual([[500, 1_500], []]);
  const gone = aHouse(["lost", "lost", "lost", 200]);
  await expect(gone.open(reading("/orders.data"))).rejects.toThrow(Unanswered);
  const away = aHouse([503, 503, 503, 200]);
  expect((await away.open(reading("/orders.data"))).status).toBe(503);
  const offline = aHouse(["lost", 200], undefined, false);
  await expect(offline.open(reading("/orders.data"))).rejects.toThrow(Unanswered);
  expect(offline.asked()).toBe(1);
});

test("a fault of the house where somebody goes is told at once, and nothing is sent twice", async () => {
  const goesElsewhere = aHouse([500]);
  expect((await again(goesElsewhere.read, reading("/orders.data"))).status).toBe(500);
  expect(goesElsewhere.asked()).toBe(1);
  const sends = aHouse([500]);
  expect((await again(sends.read, reading("/warehouse.data", { method: "POST" }))).status).toBe(500);
  const sendsInVain = aHouse(["lost", 200]);
  await expect(sendsInVain.open(reading("/warehouse.data", { method: "POST" }))).rejects.toThrow("Failed to fetch");
});

test("a read that nobody waits for any longer ends", async () => {
  const leaves = new AbortController();
  const { read, asked } = aHouse(["lost", "lost", "lost"], () => leaves.abort());
  await expect(again(read, reading("/warehouse.data", { signal: leaves.signal }))).rejects.toThrow();
  expect(asked()).toBe(1);
});

test("a part of a page waits for its first answer, and says so once", async () => {
  const { readPart, waits, told } = aHouse(["lost", 503, 429, 200]);
  expect(await (await readPart(reading("/listings/lst_1.data"))).text()).toBe("answer 4");
  expect(waits).toEqual([1_000, 2_000, 4_000]);
  expect(told).toEqual(["later"]);
});

test("parts that wait at the same time speak with one voice", async () => {
  const { readPart, told } = aHouse(["lost", "lost", "lost", "lost", 200, 200]);
  await Promise.all([readPart(reading("/approvals/apr_1.data")), readPart(reading("/approvals/apr_2.data"))]);
  expect(told).toEqual(["later"]);
});

test("a part that is read again and not answered keeps what it showed, and says that it is old", async () => {
  const { readPart, told, asked } = aHouse([200, 500, "lost", 200]);
  const again = async () => (await readPart(reading("/pins/pin_1.data"))).text();
  expect([await again(), await again(), await again(), await again()]).toEqual(["answer 1", "answer 1", "answer 1", "answer 4"]);
  expect(told).toEqual(["stale", "stale"]);
  expect(asked()).toBe(4);
});

test("what is gone or refused leaves a part unread at once, though it was there before", async () => {
  for (const status of [403, 404]) {
    const never = aHouse([status]);
    await expect(never.readPart(reading("/listings/lst_1.data"))).rejects.toThrow(UnreadPart);
    const once = aHouse([200, status]);
    await once.readPart(reading("/listings/lst_1.data"));
    await expect(once.readPart(reading("/listings/lst_1.data"))).rejects.toThrow(UnreadPart);
    for (const house of [never, once]) expect([house.waits, house.told]).toEqual([[], ["unread"]]);
  }
});

test("a house that keeps failing leaves a part unread after half a minute", async () => {
  const { readPart, waits, told } = aHouse([500, 500, 500, 500, 500, 500]);
  await expect(readPart(reading("/listings/lst_1.data"))).rejects.toThrow(UnreadPart);
  expect(waits).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(told).toEqual(["later", "unread"]);
});

test("what a part sends fails at once: nothing is done twice", async () => {
  const { readPart, told } = aHouse(["lost", 200]);
  await expect(readPart(reading("/pins/pin_1.data", { method: "POST" }))).rejects.toThrow("Failed to fetch");
  expect(told).toEqual([]);
});
