import { answerQuestion } from "#app/domain/service/answer-question.server.ts";
import { handleApi, methodNotAllowed, readJson } from "./handle-api.ts";
import type { Route } from "./+types/question-answer.ts";

export const loader = methodNotAllowed;

export function action(args: Route.ActionArgs) {
  if (args.request.method !== "POST") return methodNotAllowed(args);
  return handleApi(args, async ({ ctx }) => answerQuestion(ctx, { text: "", ...(await readJson(args.request)), id: args.params.id }));
}
