import { CircleSlash, CloudOff, Compass, Lock, TriangleAlert } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { useEffect } from "react";
import { isRouteErrorResponse, Link, useRevalidator, useRouteError } from "react-router";
import { Button } from "#app/components/ui/button.tsx";
import { buttonVariants } from "#app/components/ui/button-variants.ts";
import { CodeTag } from "#app/components/ui/code-tag.tsx";
import { useDocumentFacts } from "#app/components/ui/document-context.ts";
import { classifyError, type ErrorKind } from "./classify-error.ts";
import { Wordmark } from "./wordmark.tsx";

const icons = {
  notFound: Compass,
  forbidden: Lock,
  unauthorized: Lock,
  rateLimited: CircleSlash,
  conflict: TriangleAlert,
  server: TriangleAlert,
  client: CircleSlash,
  offline: CloudOff,
  unanswered: CloudOff,
} satisfies Record<ErrorKind, unknown>;

type RouteErrorProps = {
  /** Without it the nearest route's error is shown. */
  error?: unknown;
  /** Fills the window and shows the wordmark: for the root, where no shell is around it. */
  page?: boolean;
  homeHref?: string;
};

/** What happened, what it means, what to do. Use it as the body of an area's `ErrorBoundary`. */
export function RouteError({ error, page = false, homeHref = "/" }: RouteErrorProps) {
  const routeError = useRouteError();
  const shown = error ?? routeError;
  const { t } = useTranslation("errors");
  const { requestId } = useDocumentFacts();
  const status = isRouteErrorResponse(shown) ? shown.status : undefined;
  const kind = classifyError(status, shown);
  const neverReached = kind === "offline" || kind === "unanswered";
  const retry = useRetry(neverReached);
  const Icon = icons[kind];
  const Frame = page ? "main" : "div";
  return (
    <Frame {...(page ? { id: "content" } : {})} className={page ? "flex min-h-dvh flex-col gap-8 p-6" : "py-6"}>
      {page ? <Wordmark className="h-7 self-start" /> : null}
      <section className="m-auto w-full max-w-xl rounded border border-line bg-raised p-6 sm:p-8">
        <p className="flex items-center gap-2 text-faint">
          <Icon aria-hidden className="size-5" />
          {status ? <span className="font-mono">{status}</span> : null}
        </p>
        <h1 className="mt-3 text-xl font-semibold">{t(`${kind}.title`)}</h1>
        <p className="mt-3 text-base text-muted">{t(`${kind}.meaning`)}</p>
        <h2 className="label-caps mt-6">{t("whatNow")}</h2>
        <p className="mt-1 text-base">{t(`${kind}.advice`)}</p>
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <Link to={homeHref} reloadDocument className={buttonVariants({ variant: "primary" })}>
            {t("home")}
          </Link>
          <Button variant="secondary" onClick={retry}>
            {t("retry")}
          </Button>
        </div>
        {requestId && !neverReached ? (
          <p className="mt-6 flex flex-wrap items-center gap-2 border-t border-line pt-4 text-faint">
            {t("requestId")} <CodeTag value={requestId} copyable />
          </p>
        ) : null}
        {import.meta.env.DEV && shown instanceof Error ? (
          <pre className="mt-4 rounded bg-sunken p-3 text-xs whitespace-pre-wrap wrap-anywhere">{shown.stack}</pre>
        ) : null}
      </section>
    </Frame>
  );
}

/** Without an answer the browser's own page would take this one's place: the data is read instead, and by itself once there is a network. */
function useRetry(neverReached: boolean): () => void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (!neverReached) return;
    const readAgain = () => void revalidate();
    window.addEventListener("online", readAgain);
    return () => window.removeEventListener("online", readAgain);
  }, [neverReached, revalidate]);
  return neverReached ? () => void revalidate() : () => window.location.reload();
}
