import type { Action } from "#app/domain/accounts/permissions.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import type { FieldKind } from "./bad-values.ts";
import type { Stage } from "./stage.ts";
import type { TestPerson, TestWorkspace } from "./world.ts";

/** One way of calling a verb that a member or key may have, and how to call it wrongly. */
export type MemberVerb = {
  run: (ctx: ServiceContext, input: never, stage: Stage) => Promise<unknown>;
  /** What has to stand in the workspace's zone before anybody asks; told to the database by then. */
  scene?: (room: ServiceContext, home: TestWorkspace) => Promise<void>;
  /** What the caller must be allowed; a `person` verb is closed to keys as well. */
  needs?: Action;
  isForPeople?: true;
  input?: (home: TestWorkspace, caller: TestPerson) => Record<string, unknown>;
  fields?: Record<string, FieldKind>;
  /** The same question with another workspace's ids. */
  foreign?: (other: TestWorkspace) => Record<string, unknown>;
  /** How it is refused; without, it answers and neither tells nor changes anything of the other workspace. */
  foreignAnswer?: "not_found";
};

/** What an area exports: verbs that are walked, and what callers never reach by themselves. */
export type AreaVerbs = { verbs: Record<string, MemberVerb>; helpers: readonly string[]; systemWork: readonly string[] };
