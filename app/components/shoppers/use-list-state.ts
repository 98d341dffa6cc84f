import { useLocation, useNavigation } from "react-router";

/** How a list shows that other rows of it are on their way. */
export function useListState(): { "aria-busy"?: true; className?: string } {
  const { pathname } = useLocation();
  const { location, formMethod } = useNavigation();
  return location?.pathname === pathname && formMethod !== "POST" ? { "aria-busy": true, className: "opacity-60" } : {};
}
