import { Outlet } from "react-router";
import { RouteError } from "#app/components/shell/route-error.tsx";

/** A page that fails leaves the navigation around it standing. */
export function ErrorBoundary() {
  return <RouteError homeHref="/overview" />;
}

export default function PageFrame() {
  return <Outlet />;
}
