import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { badValues, type FieldKind, hostileTexts, notInputs } from "#db/testing/bad-values.ts";
import { type Dump, dumpOf, rowsOf } from "#db/testing/database.ts";
import { areas, memberVerbs } from "#db/testing/member-verbs.ts";
import { createStage, type Stage, type Who } from "#db/testing/stage.ts";
import type { MemberVerb } from "#db/testing/verb-walk.ts";
import { visitorVerbs } from "#db/testing/visitor-verbs.ts";
import { aWorkspace, type TestPerson, type TestWorkspace } from "#db/testing/world.ts";
import { actions, roleAllows, roles } from "./accounts/permissions.ts";
import type { ServiceContext } from "./context.ts";
import { type AppError, toAppError } from "./errors.ts";

/** Exported for the verbs and the worker, and called by nobody from outside. */
const helpers = new Set([
  "authenticateApiKey",
  "authenticateKeyId",
  "handleOfKey",
  "isOfKey",
  "issueToken",
  "readRoomToken",
  "createKnownKeys",
  "createSessionStore",
  "currentActor",
  "currentRoles",
  "endedSessions",
  "ensureOwnerRemains",
  "giveBack",
  "invitationMail",
  "issueMailToken",
  "limitsFor",
  "personActor",
  "readMailToken",
  "spendMailToken",
  "spendResetLinks",
  "startSession",
  "takeAll",
  "takeOne",
  "auditCondition",
  "findExport",
  "isEnded",
  "toExportJob",
  ...areas.flatMap((area) => area.helpers),
]);
/** What the system does by itself after an event or by a schedule; no page, key or agent reaches it. */
const systemWork = new Set([
  "failExport",
  "finishExport",
  "notifyMembers",
  "silentExports",
  "warnExpiringKeys",
  "workspacesWithExpiringKeys",
  "writeExportPart",
  "countAudit",
  "readAuditLines",
  ...areas.flatMap((area) => area.systemWork),
]);

/** Asked without any input; what it does is told with the other ways in. */
const withoutInput = new Set(["enterDemo"]);

const modules = import.meta.glob<Record<string, unknown>>("./*/**/*.server.ts", { eager: true });
const verbs = Object.entries(memberVerbs);
const names = verbs.map(([name]) => name);

test("every verb of the domain is walked here, and every entry here is a verb", () => {
  const exported = Object.values(modules).flatMap((module) =>
    Object.entries(module).flatMap(([name, value]) => (typeof value === "function" ? [name] : [])),
  );
  const walked = [...names, ...Object.keys(visitorVerbs), ...helpers, ...systemWork, ...withoutInput];
  expect(exported.toSorted()).toEqual(walked.toSorted());
});

type Outcome = { answer: unknown } | { refusal: AppError };

/** Anything but a refusal that surfaces can show is a fault, and fails the test. */
async function settle(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { answer: await run() };
  } catch (error) {
    const refusal = toAppError(error);
    if (refusal === undefined) throw error;
    return { refusal };
  }
}

function call(verb: MemberVerb, ctx: ServiceContext, input: unknown, stage: Stage): Promise<Outcome> {
  return settle(() => verb.run(ctx, input as never, stage));
}

function codeOf(outcome: Outcome): string {
  return "refusal" in outcome ? outcome.refusal.code : "allowed";
}

function validInput(verb: MemberVerb, home: TestWorkspace, caller: TestPerson): Record<string, unknown> {
  return verb.input?.(home, caller) ?? {};
}

function verbNamed(name: string): MemberVerb {
  const verb = memberVerbs[name];
  if (verb === undefined) throw new Error(`no verb ${name}`);
  return verb;
}

const secrets = /cheap\$|"(password|token|key)Hash"|[0-9a-f]{64}/;

/** A workspace in which the verb can be asked: what it needs on the floor stands there already. */
async function homeFor({ scene }: MemberVerb): Promise<TestWorkspace> {
  const home = await aWorkspace();
  await scene?.(createStage().as(home, { system: "test" }), home);
  return home;
}

type Caller = { who: Who; person: (home: TestWorkspace) => TestPerson; isAllowed: boolean };

/** A person of each role, a key with nothing but the verb's scope, and one with all others: who of them may ask. */
function callersOf({ needs, isForPeople }: MemberVerb): Caller[] {
  const people = roles.map((role) => ({
    who: { role },
    person: (home: TestWorkspace) => home.people[role],
    isAllowed: needs === undefined || roleAllows(role, needs),
  }));
  const keys = [
    { scopes: needs === undefined ? [] : [needs], isAllowed: needs !== undefined && isForPeople !== true },
    { scopes: actions.filter((action) => action !== needs), isAllowed: false },
  ];
  return [
    ...people,
    ...keys.map(({ scopes, isAllowed }) => ({ who: { scopes }, person: (home: TestWorkspace) => home.people.owner, isAllowed })),
  ];
}

describe.each(names)("%s", (name) => {
  const verb = verbNamed(name);
  const callers = callersOf(verb);
  const codeFor = async ({ who, person }: Caller, home: TestWorkspace) => {
    const stage = createStage();
    const outcome = await call(verb, stage.as(home, who), validInput(verb, home, person(home)), stage);
    expect(JSON.stringify(outcome)).not.toMatch(secrets);
    return codeOf(outcome);
  };

  test("is open to exactly the roles and keys that the permission table names", async () => {
    // Reading leaves the workspace as it was for whoever comes next.
    const isReading = verb.needs?.endsWith(":read") === true;
    let home = await homeFor(verb);
    for (const [index, caller] of callers.filter(({ isAllowed }) => isAllowed).entries()) {
      if (index > 0 && !isReading) home = await homeFor(verb);
      expect(await codeFor(caller, home), inspect(caller.who)).toBe("allowed");
    }
  });

  test("changes nothing for all others", async () => {
    const home = await homeFor(verb);
    const before = await rowsOf(home);
    for (const caller of callers.filter(({ isAllowed }) => !isAllowed)) {
      expect(await codeFor(caller, home), inspect(caller.who)).toBe("forbidden");
    }
    expect(await rowsOf(home)).toEqual(before);
  });
});

/** Of whom nothing is told and where nothing changes: two serve all. */
let neighbours: Promise<{ home: TestWorkspace; other: TestWorkspace }> | undefined;
const twoFor = async (verb: MemberVerb) => ({ home: await homeFor(verb), other: await homeFor(verb) });
const twoWorkspaces = async () => ({ home: await aWorkspace(), other: await aWorkspace() });

describe.each(names.filter((name) => verbNamed(name).foreign !== undefined))("%s, asked with another workspace's ids,", (name) => {
  const verb = verbNamed(name);

  test("neither tells nor changes anything of it", async () => {
    const isRefused = verb.foreignAnswer !== undefined;
    const isAlone = isRefused && verb.scene === undefined;
    const { home, other } = await (isAlone ? (neighbours ??= twoWorkspaces()) : twoFor(verb));
    const stage = createStage();
    const dump = () => (isRefused ? rowsOf(home, other) : rowsOf(other));
    const before = await dump();
    const outcome = await call(verb, stage.as(home, { role: "owner" }), verb.foreign?.(other), stage);
    expect(codeOf(outcome)).toBe(verb.foreignAnswer ?? "allowed");
    expect(await dump()).toEqual(before);
    const told = JSON.stringify(outcome);
    expect([other.id, ...Object.values(other.people).flatMap(({ id, email }) => [id, email])].filter((one) => told.includes(one))).toEqual(
      [],
    );
  });
});

type Input = Record<string, unknown>;
type Walked = {
  fields: Record<string, FieldKind>;
  prepare: () => Promise<{ stored: () => Promise<Dump>; input: () => Input; ask: (input: unknown) => Promise<Outcome> }>;
};

/** Members and strangers alike: how each verb that takes input is asked with a changed one. */
const askable: Record<string, Walked> = {
  // First, while no room of a member's still writes: what strangers store may belong to no workspace that is known.
  ...Object.fromEntries(
    Object.entries(visitorVerbs).map(([name, verb]) => {
      const prepare = async () => {
        const home = await aWorkspace();
        const stage = createStage();
        const ask = (input: unknown) => {
          stage.clock.advance(3_600_000);
          return settle(() => verb.run(stage.visitor, input as never));
        };
        return { stored: () => dumpOf(home), input: () => verb.input(home), ask };
      };
      return [name, { fields: verb.fields, prepare }] as const;
    }),
  ),
  ...Object.fromEntries(
    verbs.flatMap(([name, verb]) => {
      if (verb.fields === undefined) return [];
      const prepare = async () => {
        const home = await homeFor(verb);
        const stage = createStage();
        const ctx = stage.as(home, { role: "owner" });
        const ask = (input: unknown) => {
          stage.clock.advance(3_600_000);
          return call(verb, ctx, input, stage);
        };
        return { stored: () => rowsOf(home), input: () => validInput(verb, home, home.people.owner), ask };
      };
      return [[name, { fields: verb.fields, prepare }] as const];
    }),
  ),
};

describe.each(Object.entries(askable))("%s", (_name, { fields, prepare }) => {
  test("refuses every wrong value by the name of its field, and stores nothing", async () => {
    const { stored, input, ask } = await prepare();
    const before = await stored();
    for (const [field, kind] of Object.entries(fields)) {
      for (const value of badValues[kind]) {
        const outcome = await ask({ ...input(), [field]: value });
        const label = `${field} = ${inspect(value).slice(0, 60)}`;
        expect(codeOf(outcome), label).toBe("invalid");
        expect("refusal" in outcome ? Object.keys(outcome.refusal.fields ?? {}) : [], label).toEqual([
          expect.stringMatching(`^${field}\\b`),
        ]);
      }
    }
    for (const value of notInputs) expect(codeOf(await ask(value)), inspect(value)).toBe("invalid");
    expect(await stored()).toEqual(before);
  });

  test("takes hostile text as words or refuses it, and nothing else happens", async () => {
    const { input, ask } = await prepare();
    const { other } = await (neighbours ??= twoWorkspaces());
    const before = await rowsOf(other);
    for (const field of Object.keys(fields)) {
      for (const text of hostileTexts) expect(JSON.stringify(await ask({ ...input(), [field]: text }))).not.toContain(other.id);
    }
    expect(await rowsOf(other)).toEqual(before);
  });

  test("answers or refuses whatever is thrown at it, without a fault", async () => {
    const { input, ask } = await prepare();
    // A length that no comparison survives.
    const unmeasurable = { length: { valueOf: 1, toString: 1 } };
    for (const field of Object.keys(fields)) expect(Object.keys(await ask({ ...input(), [field]: unmeasurable }))).toHaveLength(1);
    const anything = fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("", ...Object.keys(fields)), anything, async (field, value) => {
        expect(Object.keys(await ask(field === "" ? value : { ...input(), [field]: value }))).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
  });
});
