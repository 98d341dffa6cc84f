import type { z } from "zod";
import type { Action } from "#app/domain/accounts/permissions.ts";
import type { ToolName } from "#app/domain/agents/tool-inputs.ts";
import type { ServiceContext } from "#app/domain/context.ts";
import { parseInput } from "#app/domain/errors.ts";

type Result = Record<string, unknown>;

/** Something that can be done for somebody else, and how it is taken back. Its input is parsed at its own door. */
export type Act = {
  name: ToolName;
  scope: Action;
  /** `key` names the act: the same again is done once. */
  run(ctx: ServiceContext, input: unknown, key: string): Promise<Result>;
  /** Null where nothing can be taken back. */
  undo: ((ctx: ServiceContext, input: unknown, result: Result, key: string) => Promise<void>) | null;
  /** Ends what was begun under this name and given up; null where an act is done at once or not at all. */
  letGo: ((ctx: ServiceContext, input: unknown, key: string) => Promise<void>) | null;
};

type Spec<Input> = {
  name: ToolName;
  scope: Action;
  input: z.ZodType<Input>;
  run(ctx: ServiceContext, input: Input, key: string): Promise<Result>;
  undo: ((ctx: ServiceContext, input: Input, result: Result, key: string) => Promise<void>) | null;
  letGo?(ctx: ServiceContext, input: Input, key: string): Promise<void>;
};

export function defineAct<Input>({ name, scope, input: schema, run, undo, letGo }: Spec<Input>): Act {
  return {
    name,
    scope,
    run: (ctx, input, key) => run(ctx, parseInput(schema, input), key),
    undo: undo === null ? null : (ctx, input, result, key) => undo(ctx, parseInput(schema, input), result, key),
    letGo: letGo === undefined ? null : (ctx, input, key) => letGo(ctx, parseInput(schema, input), key),
  };
}
