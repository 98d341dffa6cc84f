import { data } from "react-router";
import { RouteError } from "#app/components/shell/route-error.tsx";
import { pageTitle } from "#app/routes/page-title.ts";
import type { Route } from "./+types/not-found.ts";

export const meta: Route.MetaFunction = ({ error }) => [{ title: titleOf(error) }, { name: "robots", content: "noindex" }];

export async function loader({ context }: Route.LoaderArgs): Promise<never> {
  throw data({ code: "not_found", title: await pageTitle(context, "errors", "notFound.title") }, { status: 404 });
}

export function action(args: Route.ActionArgs): Promise<never> {
  return loader(args);
}

export default function NotFound() {
  return null;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <RouteError error={error} page />;
}

function titleOf(error: unknown): string {
  const body = typeof error === "object" && error !== null && "data" in error ? error.data : null;
  return typeof body === "object" && body !== null && "title" in body && typeof body.title === "string" ? body.title : "Entrepot";
}
