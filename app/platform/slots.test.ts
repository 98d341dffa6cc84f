import { expect, test } from "vitest";
import { createSlots } from "./slots.ts";

function slowWork() {
  const begun: string[] = [];
  const open: { resolve: () => void; reject: (error: Error) => void }[] = [];
  const slots = createSlots(2);
  const run = (name: string) =>
    slots(
      () =>
        new Promise<string>((resolve, reject) => {
          begun.push(name);
          open.push({ resolve: () => resolve(name), reject });
        }),
    );
  return { begun, open, run };
}

test("no more is under way than there are places, and what waits goes on in its order", async () => {
  const { begun, open, run } = slowWork();
  const [a, b, ...others] = ["a", "b", "c", "d"].map(run);
  expect(begun).toEqual(["a", "b"]);
  open[1]?.resolve();
  expect(await b).toBe("b");
  expect(begun).toEqual(["a", "b", "c"]);
  open[0]?.resolve();
  await a;
  expect(begun).toEqual(["a", "b", "c", "d"]);
  open[2]?.resolve();
  open[3]?.resolve();
  expect(await Promise.all(others)).toEqual(["c", "d"]);
});

test("work that fails gives its place back", async () => {
  const { begun, open, run } = slowWork();
  const [a, ...others] = ["a", "b", "c"].map(run);
  open[0]?.reject(new Error("broken"));
  await expect(a).rejects.toThrow("broken");
  expect(begun).toEqual(["a", "b", "c"]);
  open[1]?.resolve();
  open[2]?.resolve();
  expect(await Promise.all(others)).toEqual(["b", "c"]);
});
