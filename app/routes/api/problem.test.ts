import { expect, test } from "vitest";
import { AppError } from "#app/domain/errors.ts";
import { problemResponse } from "./problem.ts";

test("whoever is refused for asking too often is told which limit they reached, and how much fits into it", async () => {
  const limit = { name: "invitations", capacity: 30, refillPerSecond: 0.1 };
  const error = new AppError("rate_limited", "tooManyAttempts", { retryAfterMs: 9_001, limit });
  const { status, headers } = await problemResponse(error, "req_1");
  expect(status).toBe(429);
  expect(headers.get("retry-after")).toBe("10");
  expect(headers.get("ratelimit-policy")).toBe('"invitations";q=30;w=300');
  expect(headers.get("ratelimit")).toBe('"invitations";r=0;t=10');
});

test("a refusal that has nothing to do with a limit names none", async () => {
  const { headers } = await problemResponse(new AppError("unavailable", "busy", { retryAfterMs: 2_000 }), "req_1");
  expect(headers.get("retry-after")).toBe("2");
  expect(headers.has("ratelimit-policy")).toBe(false);
  expect(headers.has("ratelimit")).toBe(false);
});
