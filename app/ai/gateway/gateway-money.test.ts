import { expect, test } from "vitest";
import { aGateway } from "./testing/a-gateway.ts";
import { createPlayedHouse, fails, says } from "./testing/played-house.ts";

test("usage that was not told is charged at the most it can have been", async () => {
  const { generate, budget, settled } = aGateway({ a: [says("Hi", { usage: null })] });
  await generate();
  await settled();
  const record = budget.records[0];
  expect(record).toMatchObject({ isEstimated: true, outputTokens: 4_000 });
  expect(record?.costMicroUsd).toBe(budget.holds[0]?.amountMicroUsd);
});

test("what is put aside is never less than what any answer can cost, whatever is asked", async () => {
  const prompts = ["a", "ação é não".repeat(500), "漢字".repeat(1_000), JSON.stringify({ deep: ["x".repeat(5_000)] })];
  for (const prompt of prompts) {
    const { generate, budget } = aGateway({ a: [says("Hi")] });
    await generate(prompt);
    const bytes = new TextEncoder().encode(prompt).length;
    expect(budget.holds[0]?.amountMicroUsd).toBeGreaterThanOrEqual(bytes + 4_000 * 10);
  }
});

test("without money nobody is called, and the log says why", async () => {
  const cap = { scope: "workspace", subjectId: "", window: "day", limitMicroUsd: 1_000 } as const;
  const { generate, calls, outcome } = aGateway({ a: [says("Hi")] }, { caps: [cap] });
  await expect(generate()).rejects.toMatchObject({ outcome: "budget", reason: "budget" });
  expect(calls).toEqual([]);
  expect(await outcome()).toEqual({ outcome: "budget", attempts: [] });
});

test("a dearer model that stands in is paid for before it is asked, or not asked", async () => {
  const dear = { m: { inputMicroUsdPerMillion: 9_000_000, outputMicroUsdPerMillion: 90_000_000 } };
  const cheap = { m: { inputMicroUsdPerMillion: 100_000, outputMicroUsdPerMillion: 1_000_000 } };
  const provider = (id: string, ownPrices: typeof dear) =>
    ({
      id,
      kind: "openai-compatible",
      name: id,
      baseUrl: `https://${id}.test/v1`,
      apiKey: "k",
      models: ["m"],
      embeddingModels: [],
      ownPrices,
    }) as const;
  const catalog = { providers: [provider("a", cheap), provider("b", dear)] };
  const cap = (limitMicroUsd: number) => [{ scope: "workspace", subjectId: "", window: "day", limitMicroUsd } as const];
  const rich = aGateway({ a: [fails(500)], b: [says("Hey")] }, { catalog, caps: cap(1_000_000) });
  expect((await rich.generate()).text).toBe("Hey");
  const poor = aGateway({ a: [fails(400)], b: [says("Hey")] }, { catalog, caps: cap(10_000) });
  await expect(poor.generate()).rejects.toThrow();
  const poorer = aGateway({ a: [fails(401)], b: [says("Hey")] }, { catalog, caps: cap(10_000) });
  await expect(poorer.generate()).rejects.toThrow();
  expect(poorer.calls).toEqual(["a"]);
});

test("a model without a price is never called", async () => {
  const { providers } = await createPlayedHouse({ a: [] }).house.loadCatalog("");
  const catalog = { providers: providers.map((one) => ({ ...one, ownPrices: {} })) };
  const { generate, calls, outcome } = aGateway({ a: [says("Hi")] }, { catalog });
  await expect(generate()).rejects.toMatchObject({ reason: "unpriced" });
  expect(calls).toEqual([]);
  expect((await outcome()).outcome).toBe("unpriced");
});
