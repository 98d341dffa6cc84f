import { describe, expect, test } from "vitest";
import { checkLayers } from "./check-layers.ts";
import { parseSource } from "./source.ts";

function messagesFor(path: string, specifier: string, keyword = "import") {
  return checkLayers(parseSource(path, `${keyword} { thing } from "${specifier}";\n`)).map((problem) => problem.message);
}

describe("an import against the arrow is refused", () => {
  test.each([
    ["app/platform/retry.ts", "#db/mutate.server.ts", "platform must not import db"],
    ["db/mutate.server.ts", "#app/domain/events.ts", "db must not import domain"],
    ["app/domain/orders/cancel-order.server.ts", "#app/integrations/shopee/wire.ts", "domain must not import integrations"],
    ["app/domain/orders/policy.ts", "#party/zone/state.ts", "domain must not import party"],
    ["app/integrations/mail/adapter.server.ts", "#db/client.server.ts", "integrations must not import db"],
    ["app/ai/gateway/call.server.ts", "#app/integrations/mail/wire.ts", "ai must not import integrations"],
    ["party/zone/room.server.ts", "#app/worker/context.server.ts", "party must not import worker"],
    ["app/routes/console/team.tsx", "#db/client.server.ts", "routes must not build queries"],
    ["app/components/ui/button.tsx", "#app/routes/console/team.tsx", "components must not import routes"],
    ["app/sdk/track.ts", "#app/platform/clock.ts", "sdk must not import platform"],
  ])("%s -> %s", (path, specifier, message) => {
    expect(messagesFor(path, specifier).join()).toContain(message);
  });

  test("also when only a type is taken, by any form of import", () => {
    expect(messagesFor("db/writes.ts", "#app/domain/events.ts", "import type")).toHaveLength(1);
    expect(messagesFor("db/writes.ts", "#app/domain/events.ts", "export")).toHaveLength(1);
    const dynamic = parseSource(
      "db/writes.ts",
      'type E = import("#app/domain/events.ts").E;\nconst m = import("#app/domain/errors.ts");\n',
    );
    expect(checkLayers(dynamic)).toMatchObject([{ line: 1 }, { line: 2 }]);
  });

  test("also through a relative path", () => {
    expect(messagesFor("db/writes.ts", "../app/domain/events.ts")).toHaveLength(1);
  });
});

describe("the browser gets no server code", () => {
  test.each([
    ["app/components/team/row.tsx", "#app/domain/accounts/invite.server.ts"],
    ["app/components/team/row.tsx", "#party/workspace-live/room.server.ts"],
    ["app/components/team/row.tsx", "#party/workspace-live/internal.ts"],
    ["party/workspace-live/use-workspace-live.ts", "./storage.server.ts"],
    ["party/workspace-live/state.ts", "#db/schema/audit.ts"],
    ["app/components/team/row.tsx", "node:crypto"],
    ["app/sdk/track.ts", "zod"],
  ])("%s -> %s", (path, specifier) => {
    expect(messagesFor(path, specifier)).toHaveLength(1);
  });

  test.each([
    ["app/components/team/row.tsx", "#app/domain/accounts/permissions.ts"],
    ["app/components/team/row.tsx", "#party/workspace-live/use-workspace-live.ts"],
    ["app/routes/console/team.tsx", "#app/domain/accounts/invite.server.ts"],
  ])("%s -> %s is fine", (path, specifier) => {
    expect(messagesFor(path, specifier)).toEqual([]);
  });

  test("a page may name the type of a verb's answer", () => {
    const target = "#app/domain/accounts/list-members.server.ts";
    expect(messagesFor("app/components/team/row.tsx", target, "import type")).toEqual([]);
  });
});

describe("siblings keep their insides to themselves", () => {
  test.each([
    ["app/domain/orders/cancel-order.server.ts", "#app/domain/catalog/price-math.ts"],
    ["app/integrations/shopee/mapper.ts", "#app/integrations/mail/wire.ts"],
    ["party/zone/state.ts", "#party/workspace-live/state.ts"],
    ["app/routes/console/team.tsx", "#app/worker/queues/consume.server.ts"],
  ])("%s -> %s", (path, specifier) => {
    expect(messagesFor(path, specifier)).toHaveLength(1);
  });

  test.each([
    ["app/domain/orders/cancel-order.server.ts", "#app/domain/catalog/reserve-stock.server.ts"],
    ["app/domain/orders/cancel-order.server.ts", "#app/domain/catalog/schemas.ts"],
    ["app/routes/api/answer-once.ts", "#db/idempotency.server.ts"],
    ["app/domain/orders/cancel-order.server.ts", "./decide.ts"],
    ["app/domain/orders/cancel-order.server.ts", "#app/domain/context.ts"],
    ["party/zone/state.ts", "#party/shared/envelope.ts"],
  ])("%s -> %s is fine", (path, specifier) => {
    expect(messagesFor(path, specifier)).toEqual([]);
  });
});

test("of another area any type may be taken", () => {
  expect(messagesFor("app/domain/orders/cancel-order.server.ts", "#app/domain/catalog/price-math.ts", "import type")).toEqual([]);
});

describe("tools and stand-ins stay out of production", () => {
  test.each([
    ["app/domain/accounts/sign-in.server.ts", "#db/testing/factories.ts"],
    ["app/routes/dev/mailbox.tsx", "#scripts/dev/settings.ts"],
    ["app/integrations/mail/adapter.server.ts", "./simulator.ts"],
    ["app/integrations/mail/adapter.server.ts", "./simulator/letters.ts"],
    ["app/integrations/mail/adapter.server.ts", "../simulated-goods.ts"],
  ])("%s -> %s", (path, specifier) => {
    expect(messagesFor(path, specifier)).toHaveLength(1);
  });

  test("the parts of a simulator may use each other", () => {
    expect(messagesFor("app/integrations/mail/simulator.ts", "./simulator/letters.ts")).toEqual([]);
    expect(messagesFor("app/integrations/mail/simulator/letters.ts", "../../simulator.ts")).toEqual([]);
  });

  test("tests, seeds and scripts may reach everything", () => {
    expect(messagesFor("app/platform/retry.test.ts", "#app/domain/context.ts")).toEqual([]);
    expect(messagesFor("db/seed/demo.ts", "#app/domain/accounts/sign-up.server.ts")).toEqual([]);
    expect(messagesFor("scripts/dev/seed.ts", "#db/seed/demo.ts")).toEqual([]);
  });
});
