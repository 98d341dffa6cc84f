import type { z } from "zod";

type Verb = (...args: never[]) => Promise<unknown>;
export type Answer<Run extends Verb> = Awaited<ReturnType<Run>>;
export type RowOf<Run extends Verb> = Answer<Run> extends { data: (infer Row)[] } ? Row : Answer<Run> extends (infer Row)[] ? Row : never;

/** A verb that answers one field more or less than is written here fails the type check. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the row is given and the schema inferred; one call cannot do both.
export function exactly<Row>() {
  return <Schema extends z.ZodType>(
    schema: Schema & ([Row] extends [z.output<Schema>] ? ([z.output<Schema>] extends [Row] ? unknown : never) : never),
  ): Schema => schema;
}
