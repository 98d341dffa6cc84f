import { listQuestions } from "#app/domain/service/list-questions.server.ts";
import { handleApi, methodNotAllowed, queryOf } from "./handle-api.ts";
import type { Route } from "./+types/questions.ts";

export function loader(args: Route.LoaderArgs) {
  return handleApi(args, ({ ctx }) => listQuestions(ctx, queryOf(args.request)));
}

export const action = methodNotAllowed;
