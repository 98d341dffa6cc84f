import { data, UNSAFE_ErrorResponseImpl as ErrorResponseImpl } from "react-router";
import { describe, expect, test } from "vitest";
import { UnreadPart } from "#app/components/console/patient-fetch.ts";
import { isLost, keptOf, withoutParts } from "./lost-answers.ts";

const error = (result: unknown) => ({ type: "error", result }) as const;

describe("what counts as lost", () => {
  test("no network, an answer nobody can read, and a fault of the server", () => {
    expect(isLost(error(new TypeError("Failed to fetch")))).toBe(true);
    expect(isLost(error(new Error("Unable to decode turbo-stream response")))).toBe(true);
    expect(isLost(error(new ErrorResponseImpl(503, "", "")))).toBe(true);
    expect(isLost(error(data(new TypeError("Failed to fetch"))))).toBe(true);
  });

  test("an answer, a way elsewhere and a refusal do not", () => {
    expect(isLost(undefined)).toBe(false);
    expect(isLost({ type: "data", result: { ok: true } })).toBe(false);
    expect(isLost(error(new Response(null, { status: 302 })))).toBe(false);
    for (const status of [401, 403, 404, 429]) expect(isLost(error(new ErrorResponseImpl(status, "", "")))).toBe(false);
  });
});

describe("what stays as it is shown", () => {
  const shown = ["root", "console", "orders"];

  test("a page that is read again stays whole", () => {
    expect([...keptOf(["root", "console", "orders"], shown, true)]).toEqual(["root", "console", "orders"]);
  });

  test("of a page that is left only the frame does, though the same page shows the next row", () => {
    expect([...keptOf(["root", "console", "orders"], shown, false)]).toEqual(["root", "console"]);
    expect([...keptOf(["root", "console", "questions"], shown, false)]).toEqual(["root", "console"]);
  });

  test("a frame that was not there yet is not invented", () => {
    expect([...keptOf(["root", "console", "orders"], ["root", "home"], false)]).toEqual(["root"]);
  });
});

test("a part of a page that stays unread shows nothing, and no page about a fault", () => {
  const fault = error(new TypeError("Failed to fetch"));
  expect(withoutParts({ listing: error(new UnreadPart()), orders: fault })).toEqual({
    listing: { type: "data", result: undefined },
    orders: fault,
  });
});
