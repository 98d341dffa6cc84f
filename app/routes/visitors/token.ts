import { openPublicChat } from "#app/domain/public-chat/open-public-chat.server.ts";
import { answerVisitor, noSuchMethod, readSmallJson } from "./answer-visitor.ts";
import type { Route } from "./+types/token.ts";

/** Browsers ask with OPTIONS first; there is nothing to read. */
export function loader(args: Route.LoaderArgs) {
  return answerVisitor(args, noSuchMethod);
}

export function action(args: Route.ActionArgs) {
  return answerVisitor(args, async ({ visitor, origin }) =>
    args.request.method === "POST" ? { body: await openPublicChat(visitor, await readSmallJson(args.request), origin) } : noSuchMethod(),
  );
}
