import { expect, test } from "vitest";
import { createFakeClock } from "../clock.ts";
import { createLogger, createMemoryLog, type LogBindings } from "./logger.ts";

function setUp(bindings: LogBindings = {}) {
  const lines: string[] = [];
  const logger = createLogger({ clock: createFakeClock(Date.UTC(2026, 10, 21)), write: (line) => lines.push(line), bindings });
  const parsed = () => lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return { logger, lines, parsed };
}

test("an event is one JSON line with the names Datadog reads", () => {
  const { logger, parsed } = setUp({ service: "entrepot", env: "local", version: "1", traceId: "abc", spanId: "def" });
  logger.warn({ event: "http.request", method: "GET", path: "/a\nb", statusCode: 500, durationMs: 12 });
  expect(parsed()).toEqual([
    {
      timestamp: "2026-11-21T00:00:00.000Z",
      status: "warn",
      level: "warn",
      message: "http.request",
      event: "http.request",
      service: "entrepot",
      env: "local",
      version: "1",
      "dd.trace_id": "abc",
      "dd.span_id": "def",
      method: "GET",
      path: "/a\nb",
      statusCode: 500,
      durationMs: 12,
    },
  ]);
});

test("a line never contains a line break", () => {
  const { logger, lines } = setUp();
  logger.error({ event: "unexpected.error", where: "a\r\nb", error: new Error("x\ny") });
  expect(lines.join("")).not.toMatch(/[\r\n]/);
});

test("bindings add up and do not leak back", () => {
  const { logger, parsed } = setUp({ requestId: "req_1" });
  logger.with({ workspaceId: "wks_1" }).with({ actor: "user:usr_1" }).info({ event: "auth.signed-out", userId: "usr_1" });
  logger.info({ event: "auth.signed-out", userId: "usr_2" });
  expect(parsed()[0]).toMatchObject({ requestId: "req_1", workspaceId: "wks_1", actor: "user:usr_1" });
  expect(parsed()[1]).not.toHaveProperty("workspaceId");
});

test("secrets do not reach the line, neither in fields nor in bindings", () => {
  const { logger, lines } = setUp({ actor: "user:maria@demo.test" });
  logger.error({ event: "unexpected.error", where: "x", error: new Error("Bearer abcdefgh"), details: { password: "hunter22" } });
  expect(lines.join("")).not.toMatch(/maria|abcdefgh|hunter22/);
});

test("details cannot take the place of the level or the time", () => {
  const { logger, parsed } = setUp();
  const event = { event: "request.refused", method: "POST", path: "/", reason: "x", status: "error", timestamp: "never" } as const;
  logger.info(event);
  expect(parsed()[0]).toMatchObject({ status: "info", timestamp: "2026-11-21T00:00:00.000Z" });
});

test("a value that cannot be read does not fail the caller", () => {
  const { logger, parsed } = setUp();
  const hostile = {
    get x(): string {
      throw new Error("no");
    },
  };
  logger.error({ event: "unexpected.error", where: "x", error: "x", details: hostile });
  expect(parsed()[0]).toMatchObject({ event: "unexpected.error", unreadable: true });
});

test("the memory log keeps events of all its children", () => {
  const log = createMemoryLog();
  log.with({ workspaceId: "wks_1" }).warn({ event: "auth.refused", method: "password", reason: "unknown" });
  expect(log.events).toEqual([
    { event: "auth.refused", method: "password", reason: "unknown", level: "warn", bindings: { workspaceId: "wks_1" } },
  ]);
});
