import { useEffect } from "react";
import { useMatches } from "react-router";

let shown: readonly string[] = [];

/** The routes on the screen that have their data, from the outermost inwards. */
export const shownRoutes = (): readonly string[] => shown;

/** Keeps it for what runs outside of components. */
export function useShownRoutes(): void {
  const matches = useMatches();
  useEffect(() => {
    shown = matches.filter(({ loaderData }) => loaderData !== undefined).map(({ id }) => id);
  }, [matches]);
}
