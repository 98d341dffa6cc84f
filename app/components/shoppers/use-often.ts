import { useEffect } from "react";
import { useRevalidator } from "react-router";
import { readAgain } from "#app/components/console/patient-fetch.ts";

/** Reads the page again while somebody looks at it. */
export function useOften(everyMs: number): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== "idle") return;
    const timer = setTimeout(() => {
      if (document.visibilityState === "visible") void readAgain(revalidate);
    }, everyMs);
    return () => clearTimeout(timer);
  }, [everyMs, revalidate, state]);
}
