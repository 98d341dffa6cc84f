import { answerPublicly } from "#app/domain/public-chat/answer-publicly.server.ts";
import { readChatSettings } from "#app/domain/public-chat/read-chat-settings.server.ts";
import { answerVisitor, noSuchMethod, readSmallJson } from "./answer-visitor.ts";
import type { Route } from "./+types/chat.ts";

/** How old a page may take what it heard to be. */
const maxAgeSeconds = 60;

/** Whether a site has a chat, for the script that would show it. */
export function loader(args: Route.LoaderArgs) {
  return answerVisitor(args, async ({ visitor, origin }) => {
    const key = new URL(args.request.url).searchParams.get("key") ?? "";
    return { body: await readChatSettings(visitor, { key, origin }), cacheSeconds: maxAgeSeconds };
  });
}

/** A visitor's question. */
export function action(args: Route.ActionArgs) {
  return answerVisitor(args, async ({ visitor, origin }) =>
    args.request.method === "POST" ? { body: await answerPublicly(visitor, await readSmallJson(args.request), origin) } : noSuchMethod(),
  );
}
