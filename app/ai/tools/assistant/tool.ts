import type { z } from "zod";
import type { Action } from "#app/domain/accounts/permissions.ts";
import { requirePermission, type ServiceContext } from "#app/domain/context.ts";
import { AppError, type FieldErrors, parseInput } from "#app/domain/errors.ts";
import type { Locale } from "#app/i18n/locales.ts";

/**
 * read: changes nothing. write: changes only what people inside see, and can be taken back. destructive: changes what buyers
 * see, or cannot be taken back; nobody but a person lets it happen.
 */
export type ToolEffect = "read" | "write" | "destructive";

/** What would happen, in the reader's language, before anything has. */
export type ToolPreview = { title: string; effects: string[] };

export type ToolAnswer = Record<string, unknown>;

/** One thing an assistant can do, the same for our own chat and for those of others. */
export type AssistantTool = {
  /** As models call it: snake_case. */
  name: string;
  /** As people read it while it runs. */
  title: Record<Locale, string>;
  /** What a model chooses by: what it is for, and what it is not for. */
  description: string;
  /** What one must be allowed to do it; of what waits for a person, that person. */
  scope: Action;
  /** What one must be allowed to ask for it and to see what it would do. */
  askScope: Action;
  effect: ToolEffect;
  /** May be done twice with the same effect as once. */
  isIdempotent: boolean;
  input: z.ZodObject;
  output: z.ZodObject;
  /** `key` names the act: the same again is done once. Input is parsed here, and only what `output` names leaves. */
  run(ctx: ServiceContext, input: unknown, call: { key: string }): Promise<ToolAnswer>;
  /** Null for what changes nothing. Refuses what cannot be done at all. */
  preview: ((ctx: ServiceContext, input: unknown) => Promise<ToolPreview>) | null;
};

type Common<Input extends z.ZodObject, Output extends z.ZodObject> = {
  name: string;
  title: Record<Locale, string>;
  description: string;
  scope: Action;
  input: Input;
  output: Output;
};

type ReadSpec<Input extends z.ZodObject, Output extends z.ZodObject> = Common<Input, Output> & {
  run(ctx: ServiceContext, input: z.output<Input>): Promise<z.input<Output>>;
};

type ActSpec<Input extends z.ZodObject, Output extends z.ZodObject> = Common<Input, Output> & {
  effect: "write" | "destructive";
  askScope: Action;
  isIdempotent?: boolean;
  run(ctx: ServiceContext, input: z.output<Input>, call: { key: string }): Promise<z.input<Output>>;
  preview(ctx: ServiceContext, input: z.output<Input>): Promise<ToolPreview>;
};

/** A tool that only looks. */
export function defineReadTool<Input extends z.ZodObject, Output extends z.ZodObject>(spec: ReadSpec<Input, Output>): AssistantTool {
  const { run, ...rest } = spec;
  return {
    ...rest,
    askScope: spec.scope,
    effect: "read",
    isIdempotent: true,
    preview: null,
    async run(ctx, input) {
      requirePermission(ctx, spec.scope);
      return spec.output.parse(await run(ctx, parseCall(spec.input, input)));
    },
  };
}

/** A tool that acts. Whoever calls it decides before whether it may happen at once or waits for a person. */
export function defineActTool<Input extends z.ZodObject, Output extends z.ZodObject>(spec: ActSpec<Input, Output>): AssistantTool {
  const { run, preview, isIdempotent = false, ...rest } = spec;
  return {
    ...rest,
    isIdempotent,
    async run(ctx, input, call) {
      requirePermission(ctx, spec.scope);
      return spec.output.parse(await run(ctx, parseCall(spec.input, input), call));
    },
    async preview(ctx, input) {
      requirePermission(ctx, spec.askScope);
      return preview(ctx, parseCall(spec.input, input));
    },
  };
}

/** A filter by a name that does not exist would find too much and look right: it is refused by its name. */
function parseCall<Schema extends z.ZodObject>(schema: Schema, input: unknown): z.output<Schema> {
  if (typeof input === "object" && input !== null && !Array.isArray(input)) {
    const unknown = Object.keys(input).filter((name) => !Object.hasOwn(schema.shape, name));
    const fields: FieldErrors = Object.fromEntries(unknown.slice(0, 10).map((name) => [name.slice(0, 80), "fieldInvalid"]));
    if (unknown.length > 0) throw new AppError("invalid", "checkFields", { fields });
  }
  return parseInput(schema, input);
}
