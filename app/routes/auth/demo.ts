import { redirect } from "react-router";
import { enterDemo } from "#app/domain/accounts/enter-demo.server.ts";
import { visitorContext } from "#app/middleware/contexts.ts";
import { orErrorPage } from "#app/middleware/form-problem.ts";
import type { Route } from "./+types/demo.ts";

export function loader() {
  return redirect("/");
}

export async function action({ context }: Route.ActionArgs) {
  const { cookie } = await orErrorPage(enterDemo(context.get(visitorContext)));
  return redirect("/overview", { headers: { "set-cookie": cookie } });
}
