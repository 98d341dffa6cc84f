import { CloudOff, Radio, RefreshCw, Settings, UserRound, X } from "lucide-react";
import { createContext, type ReactNode, use, useState } from "react";
import { createPortal } from "react-dom";
import { cn } from "#app/components/ui/cn.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { formatDateTime } from "#app/i18n/format.ts";
import { ownTimeZone } from "./own-time-zone.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ZoneStatus } from "#party/warehouse-zone/state.ts";
import type { FloorSettings } from "./floor-settings.ts";
import { sideButtonClass, textClass } from "./floor-classes.ts";

type FloorPageProps = { title: ReactNode; children?: ReactNode; foot?: ReactNode; bar?: ReactNode; band?: ReactNode };

const FootPlace = createContext<HTMLElement | null>(null);

/**
 * A page of the floor: a title, what is asked, and what to press at the bottom, where a thumb reaches. `band` says why something was
 * not taken; it comes and goes above the foot, so that nothing that can be pressed moves under a finger.
 */
export function FloorPage({ title, children, foot, bar, band }: FloorPageProps) {
  const [footPlace, setFootPlace] = useState<HTMLElement | null>(null);
  return (
    <div className={cn("flex min-h-dvh flex-col bg-ground text-ink", textClass)}>
      {bar}
      <main id="content" className="mx-auto flex w-full max-w-3xl grow flex-col gap-6 p-5">
        <h1 className="text-[2rem] leading-tight font-semibold">{title}</h1>
        <FootPlace value={footPlace}>{children}</FootPlace>
        <div ref={setFootPlace} className="sticky bottom-0 -mx-5 mt-auto grid gap-4 bg-ground px-5 pt-4 pb-5 empty:hidden">
          {band}
          {foot}
        </div>
      </main>
    </div>
  );
}

/** What a part of the page has to be pressed for its answer, at the page's foot. */
export function AtFoot({ children }: { children: ReactNode }) {
  const place = use(FootPlace);
  return place === null ? null : createPortal(children, place);
}

/** Why it was not taken. Its line is kept free, so that nothing moves under a finger when it is said. */
export function FloorProblem({ text, id }: { text: string | undefined; id?: string }) {
  return (
    <p id={id} role="alert" className="flex min-h-9 items-start gap-3 font-semibold">
      {text === undefined ? null : (
        <>
          <X aria-hidden className="size-8 shrink-0 text-wrong" strokeWidth={3} />
          <span>{text}</span>
        </>
      )}
    </p>
  );
}

const looks = {
  live: { Icon: Radio, text: "text-ink" },
  reconnecting: { Icon: RefreshCw, text: "text-ink" },
  offline: { Icon: CloudOff, text: "text-ink" },
};

type BarProps = {
  person: string;
  status: ZoneStatus;
  unsent: number;
  freshAtMs: number | undefined;
  hand: FloorSettings["hand"];
  onSettings: () => void;
  onLock: () => void;
};

/** Always there: connected or not, how much waits to be sent, and how old what is shown is. Its buttons stay where they are whatever it says. */
export function FloorBar({ person, status, unsent, freshAtMs, hand, onSettings, onLock }: BarProps) {
  const { t } = useTranslation("floor");
  const locale = useLocale();
  const { Icon, text } = looks[status];
  const timeZone = ownTimeZone();
  const age =
    freshAtMs === undefined ? t("bar.noData") : t("bar.age", { time: formatDateTime(freshAtMs, { locale, timeZone, style: "time" }) });
  return (
    <header
      className={cn("flex items-start gap-4 border-b-2 border-line-strong p-4 max-sm:flex-wrap", hand === "left" && "flex-row-reverse")}
    >
      <p className="flex min-h-16 min-w-0 grow flex-wrap content-center items-center gap-x-4 leading-tight max-sm:basis-full">
        <span className={cn("flex items-center gap-3 font-semibold", text)}>
          <Icon aria-hidden className="size-8" />
          {t(`bar.${status}`)}
        </span>
        <span>{age}</span>
        <span className={unsent > 0 ? "font-semibold" : ""}>{t("bar.unsent", { count: unsent })}</span>
        <span className="flex items-center gap-2">
          <UserRound aria-hidden className="size-7" />
          {person}
        </span>
      </p>
      <button type="button" className={`${sideButtonClass} shrink-0`} onClick={onSettings}>
        <Settings aria-hidden className="size-8" />
        <span className="sr-only">{t("bar.settings")}</span>
      </button>
      <button type="button" className={`${sideButtonClass} shrink-0`} onClick={onLock}>
        {t("bar.lock")}
      </button>
    </header>
  );
}
