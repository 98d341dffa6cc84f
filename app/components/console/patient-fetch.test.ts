import { expect, test } from "vitest";
import { patientFetch, readAgain } from "./patient-fetch.ts";

type Answer = number | "lost";

/** A house that gives these answers one after the other, and what was waited for between them. */
function aHouse(answers: Answer[], whileWaiting: () => void = () => undefined) {
  const waits: number[] = [];
  let asked = 0;
  const read = patientFetch({
    fetch: async (_request) => {
      const answer = answers[asked++] ?? 200;
      if (answer === "lost") throw new TypeError("Failed to fetch");
      return new Response(null, { status: answer });
    },
    wait: async (ms) => {
      waits.push(ms);
      whileWaiting();
    },
    pathname: () => "/warehouse",
  });
  return { read, waits, asked: () => asked };
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

test("where somebody goes, or what somebody sends, fails at once", async () => {
  const goesElsewhere = aHouse([500]);
  expect((await again(goesElsewhere.read, reading("/orders.data"))).status).toBe(500);
  const sends = aHouse([500]);
  expect((await again(sends.read, reading("/warehouse.data", { method: "POST" }))).status).toBe(500);
  const opens = aHouse(["lost"]);
  await expect(opens.read(reading("/warehouse.data"))).rejects.toThrow("Failed to fetch");
});

test("a read that nobody waits for any longer ends", async () => {
  const leaves = new AbortController();
  const { read, asked } = aHouse(["lost", "lost", "lost"], () => leaves.abort());
  await expect(again(read, reading("/warehouse.data", { signal: leaves.signal }))).rejects.toThrow();
  expect(asked()).toBe(1);
});
