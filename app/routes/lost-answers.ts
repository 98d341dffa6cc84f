import { type DataStrategyResult, data, isRouteErrorResponse, type MiddlewareFunction } from "react-router";
import { UnreadPart } from "#app/components/console/patient-fetch.ts";
import { toast } from "#app/components/ui/toast.ts";
import type { FormProblem } from "#app/domain/errors.ts";
import { textHere } from "#app/i18n/browser-texts.ts";
import { shownRoutes } from "./shown-routes.ts";

type Results = Record<string, DataStrategyResult>;

/** Forms without a page of their own: whoever sends one is led elsewhere, where nobody would tell what became of it. */
const leadAway = new Set(["/preferences", "/logout", "/demo"]);

/**
 * Runs in the browser, around every answer the app asks for. The network or the server may fail at any time: that must not take
 * away the page somebody works on, nor what they typed. What was refused or is gone is an answer, and is shown as ever.
 */
export const keepWhatIsShown: MiddlewareFunction<Results> = async ({ request }, next) => {
  const results = withoutParts(await next());
  const lost = Object.keys(results).filter((id) => isLost(results[id]));
  if (lost.length === 0 || request.signal.aborted) return results;
  const { pathname, search } = new URL(request.url);
  if (request.method !== "GET") return leadAway.has(pathname) ? results : toldInTheForm(results);
  const isSamePage = pathname === window.location.pathname && search === window.location.search;
  const kept = keptOf(lost, shownRoutes(), isSamePage);
  if (isSamePage && kept.size === lost.length) toast.watch(textHere("unanswered.stale"));
  return Object.fromEntries(Object.entries(results).filter(([id]) => !kept.has(id)));
};

/** What a part of the page asked for and did not get was told already; nothing else is to show it. */
export function withoutParts(results: Results): Results {
  return Object.fromEntries(
    Object.entries(results).map(([id, result]) => [
      id,
      result.type === "error" && result.result instanceof UnreadPart ? { type: "data" as const, result: undefined } : result,
    ]),
  );
}

/** No answer, one that is not ours, or a fault of the server. */
export function isLost(result: DataStrategyResult | undefined): boolean {
  if (result?.type !== "error") return false;
  const fault = unwrapped(result.result);
  return isRouteErrorResponse(fault) ? fault.status >= 500 : fault instanceof Error;
}

/** What failed at a form comes with the status of its answer around it. */
function unwrapped(fault: unknown): unknown {
  const isWrapped = typeof fault === "object" && fault !== null && !isRouteErrorResponse(fault) && "data" in fault && "init" in fault;
  return isWrapped ? fault.data : fault;
}

/** What stays as it is shown: all of a page that is read again; of a page that is left, the frame around it. */
export function keptOf(lost: readonly string[], shown: readonly string[], isSamePage: boolean): ReadonlySet<string> {
  const staying = isSamePage ? shown : shown.slice(0, -1);
  return new Set(lost.filter((id) => staying.includes(id)));
}

/** As every refusal of a form; its status keeps the page from being read again. */
function toldInTheForm(results: Results): Results {
  const error = textHere(navigator.onLine ? "unanswered.lost" : "unanswered.offline");
  const problem: FormProblem = { ok: false, code: "unavailable", error, fields: {} };
  return Object.fromEntries(
    Object.entries(results).map(([id, result]) => [
      id,
      isLost(result) ? { type: "data" as const, result: data(problem, { status: 503 }) } : result,
    ]),
  );
}
