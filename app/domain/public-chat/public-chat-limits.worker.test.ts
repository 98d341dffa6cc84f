import { expect, test } from "vitest";
import { answerPublicly } from "./answer-publicly.server.ts";
import { aShop, origin } from "./testing/a-shop.ts";

test("too many questions of one address, of one site, and too many tokens are told to wait", async () => {
  const { stage, open, ask } = await aShop();
  for (let count = 0; count < 8; count += 1) await ask("oi");
  await expect(ask("oi")).rejects.toMatchObject({ code: "rate_limited", limit: { name: "public-chat-minute" } });
  await expect(ask("oi")).rejects.toHaveProperty("retryAfterMs");
  stage.clock.advance(60_000);
  expect((await ask("oi")).outcome).toBe("answered");
  for (let count = 0; count < 12; count += 1) await open().catch(() => undefined);
  await expect(open()).rejects.toMatchObject({ limit: { name: "public-chat-token" } });
});

test("a site's own limit counts all its visitors", async () => {
  const { ask } = await aShop({ settings: { questionsPerDay: 2 } });
  await ask("oi");
  await ask("oi");
  await expect(ask("oi")).rejects.toMatchObject({ limit: { name: "public-chat-site", capacity: 2 } });
});

test("an address has a day's number of questions, however slowly they come", async () => {
  const { stage, open } = await aShop();
  let token = "";
  const ask = () => answerPublicly(stage.visitor, { token, question: "oi" }, origin);
  for (let count = 0; count < 80; count += 1) {
    if (count % 30 === 0) token = await open();
    await ask();
    stage.clock.advance(8_000);
  }
  await expect(ask()).rejects.toMatchObject({ limit: { name: "public-chat-day" } });
}, 30_000);
