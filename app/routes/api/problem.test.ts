import { expect, test } from "vitest";
import { z } from "zod";
import { AppError, parseInput } from "#app/domain/errors.ts";
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

const schema = z.object({
  title: z.string("required").min(1, "required"),
  state: z.enum(["open", "settled"], "fieldInvalid").optional(),
  limit: z.coerce.number("fieldInvalid").min(1, "fieldInvalid").max(200, "fieldInvalid").optional(),
  lines: z.array(z.object({ sku: z.string("required") })).optional(),
});

async function errorsOf(input: unknown): Promise<unknown> {
  try {
    return parseInput(schema, input);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return z.object({ errors: z.unknown() }).parse(await (await problemResponse(error, "req_1")).json()).errors;
  }
}

test("a value that does not fit is told what would", async () => {
  expect(await errorsOf({ title: "Kettle", state: "opne", limit: "500" })).toEqual({
    state: "This value does not fit here. Use one of: open, settled.",
    limit: "This value does not fit here. It has to be 200 or less.",
  });
  expect(await errorsOf({ title: "Kettle", limit: "0" })).toEqual({ limit: "This value does not fit here. It has to be 1 or more." });
  expect(await errorsOf({ title: "Kettle", limit: "many" })).toEqual({
    limit: "This value does not fit here. It has to be of the type number.",
  });
});

test("something of another type is not called missing, and what is missing is", async () => {
  expect(await errorsOf({ title: 7, lines: [{ sku: 1 }, {}] })).toEqual({
    title: "This value does not fit here. It has to be of the type string.",
    "lines.0.sku": "This value does not fit here. It has to be of the type string.",
    "lines.1.sku": "Fill this in.",
  });
  expect(await errorsOf({ title: "" })).toEqual({ title: "Fill this in." });
  expect(await errorsOf({ title: null })).toEqual({ title: "Fill this in." });
});

test("a key that may not is told the scope it lacks", async () => {
  const answer = await problemResponse(new AppError("forbidden", "scopeMissing", { needs: "catalog:write" }), "req_1");
  expect(await answer.json()).toMatchObject({
    status: 403,
    code: "forbidden",
    needs: "catalog:write",
    detail: "This needs the scope catalog:write, which the key does not have. Nothing was changed.",
  });
});
