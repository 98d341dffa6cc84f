import { expect, test } from "vitest";
import { createQueue, type Item } from "./queue.ts";
import { createFakeHost, type FakeHost } from "./testing/fake-host.ts";

const busy = { status: 503, retryAfterMs: 0 };

function queueOf(host: FakeHost) {
  const refused: string[] = [];
  const queue = createQueue(host, {
    url: "https://app.example/collect/v1/batch",
    envelope: ({ c, v }) => ({ consent: c, visitor: v }),
    onRefused: () => refused.push("refused"),
  });
  const item = (id: string, more: Partial<Item> = {}): Item => ({ e: { id, at: host.now() }, c: "granted", v: "vis", ...more });
  const add = (...ids: string[]) => ids.forEach((id) => queue.add(item(id)));
  return { queue, item, add, refused, batches: () => host.sent.map(({ events }) => events.map(({ id }) => id)) };
}

test("events leave two seconds after the first, together", async () => {
  const host = createFakeHost();
  const { add, batches } = queueOf(host);
  add("a");
  await host.pass(1_500);
  add("b");
  await host.pass(499);
  expect(batches()).toEqual([]);
  await host.pass(1);
  expect(batches()).toEqual([["a", "b"]]);
});

test("twenty leave at once, and no batch holds more", async () => {
  const host = createFakeHost();
  const { add, batches } = queueOf(host);
  add(...Array.from({ length: 45 }, (_, index) => `e${index}`));
  await host.pass(0);
  expect(batches().map(({ length }) => length)).toEqual([20, 20, 5]);
});

test("a batch is no larger than a browser lets go while its page ends", async () => {
  const host = createFakeHost();
  const { queue, item } = queueOf(host);
  for (let index = 0; index < 6; index += 1)
    queue.add(item(`e${index}`, { e: { id: `e${index}`, at: 1, title: "ã".repeat(8_000) } as Item["e"] }));
  queue.flush(true);
  expect(host.sent.map(({ events }) => events.length)).toEqual([2, 2, 2]);
});

test("what a server could not take is sent again later and later, in its order, and asked time is waited", async () => {
  const host = createFakeHost({ replies: [busy, "down", { status: 429, retryAfterMs: 30_000 }] });
  const { add, batches } = queueOf(host);
  add("a");
  await host.pass(2_000);
  add("b");
  await host.pass(999);
  expect(batches()).toHaveLength(1);
  await host.pass(1);
  expect(batches()).toHaveLength(2);
  await host.pass(1_999);
  expect(batches()).toHaveLength(2);
  await host.pass(1);
  expect(batches()).toHaveLength(3);
  await host.pass(29_999);
  expect(batches()).toHaveLength(3);
  await host.pass(1);
  expect(batches()).toEqual([["a"], ["a", "b"], ["a", "b"], ["a", "b"]]);
});

test("each try says when it was made", async () => {
  const host = createFakeHost({ replies: [busy] });
  const queue = createQueue(host, { url: "", envelope: () => ({ sentAt: host.now() }), onRefused: () => undefined });
  queue.add({ e: { id: "a", at: 0 }, c: "unknown", v: null });
  await host.pass(10_000);
  expect(host.sent).toHaveLength(2);
  expect((host.sent[1]?.sentAt ?? 0) - (host.sent[0]?.sentAt ?? 0)).toBe(1_000);
});

test("a batch that is too large is halved until it fits; one event that never does is let go", async () => {
  const large = { status: 413, retryAfterMs: 0 };
  const host = createFakeHost({ replies: [large, large, large] });
  const { add, batches } = queueOf(host);
  add("a", "b", "c", "d");
  await host.pass(2_000);
  expect(batches()).toEqual([["a", "b", "c", "d"], ["a", "b"], ["a"], ["b"], ["c"], ["d"]]);
});

test("a batch that is refused for what is in it is not sent again", async () => {
  const host = createFakeHost({ replies: [{ status: 400, retryAfterMs: 0 }] });
  const { add, batches, refused } = queueOf(host);
  add("a");
  await host.pass(120_000);
  add("b");
  await host.pass(2_000);
  expect(batches()).toEqual([["a"], ["b"]]);
  expect(refused).toEqual([]);
});

test("where the site is not wanted, nothing more is tried", async () => {
  const host = createFakeHost({ replies: [{ status: 410, retryAfterMs: 0 }] });
  const { add, batches, refused } = queueOf(host);
  add("a");
  await host.pass(120_000);
  expect(batches()).toEqual([["a"]]);
  expect(refused).toEqual(["refused"]);
});

test("without a network events wait, and are kept for the next page with a yes only", async () => {
  const host = createFakeHost({ isOnline: () => false });
  const { queue, item, add } = queueOf(host);
  add("a");
  queue.add(item("anonymous", { c: "unknown", v: null }));
  queue.flush(true);
  expect(host.sent).toEqual([]);
  expect(host.stored.get("q")).toContain('"a"');
  expect(host.stored.get("q")).not.toContain("anonymous");
});

test("the next page sends what the last could not, once it has arrived nothing is left", async () => {
  const before = createFakeHost({ replies: ["down"] });
  const first = queueOf(before);
  first.add("a");
  first.queue.flush(true);
  await before.pass(0);
  const host = createFakeHost({ stored: Object.fromEntries(before.stored) });
  const { queue, batches } = queueOf(host);
  queue.takeUp();
  await host.pass(2_000);
  expect(batches()).toEqual([["a"]]);
  expect(host.stored.has("q")).toBe(false);
});

test("two pages at once keep each other's events", async () => {
  const shared = createFakeHost({ isOnline: () => false });
  const [one, two] = [queueOf(shared), queueOf(shared)];
  one.add("a");
  one.queue.flush(true);
  two.add("b");
  two.queue.flush(true);
  expect(JSON.parse(shared.stored.get("q") ?? "[]")).toMatchObject([{ e: { id: "a" } }, { e: { id: "b" } }]);
});

test("what is older than a server takes, or is no list at all, is not taken up", async () => {
  const old = { e: { id: "old", at: 1_800_000_000_000 - 7 * 86_400_000 }, c: "granted", v: "vis" };
  for (const text of [JSON.stringify([old]), "{}", "[1]", "nonsense"]) {
    const host = createFakeHost({ stored: { q: text } });
    const { queue } = queueOf(host);
    queue.takeUp();
    await host.pass(10_000);
    expect(host.sent, text).toEqual([]);
  }
});

test("events of different consent never travel together", async () => {
  const host = createFakeHost();
  const { queue, item } = queueOf(host);
  queue.add(item("a", { c: "unknown", v: null }));
  queue.add(item("b"));
  await host.pass(2_000);
  expect(host.sent.map(({ visitor, events }) => [visitor, events.map(({ id }) => id)])).toEqual([
    [null, ["a"]],
    ["vis", ["b"]],
  ]);
});

test("memory is bounded however long a network is away: the oldest go", async () => {
  let isOnline = false;
  const host = createFakeHost({ isOnline: () => isOnline });
  const { add, queue } = queueOf(host);
  add(...Array.from({ length: 400 }, (_, index) => `e${index}`));
  isOnline = true;
  queue.flush();
  await host.pass(0);
  expect(host.events()).toHaveLength(300);
  expect(host.events()[0]?.id).toBe("e100");
});
