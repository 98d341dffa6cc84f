import { depsContext, visitorContext } from "#app/middleware/contexts.ts";
import type { Route } from "./+types/a2a.ts";

/** Where other agents ask. What the protocol needs is loaded when the first of them does. */
async function answer({ request, context }: Route.ActionArgs | Route.LoaderArgs): Promise<Response> {
  const [{ answerA2a }, { houseAgent }] = await Promise.all([
    import("#app/protocols/a2a/answer-a2a.server.ts"),
    import("#app/protocols/a2a/house-agent.server.ts"),
  ]);
  return answerA2a({ deps: context.get(depsContext), visitor: context.get(visitorContext), request, agent: houseAgent });
}

export const loader = (args: Route.LoaderArgs) => answer(args);
export const action = (args: Route.ActionArgs) => answer(args);
