import { Bell, Code, History, Keyboard, Lightbulb, Radio, Store, Users } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { cn } from "#app/components/ui/cn.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";

const items = [
  { item: "channels", Icon: Store },
  { item: "advice", Icon: Lightbulb },
  { item: "team", Icon: Users },
  { item: "live", Icon: Radio },
  { item: "audit", Icon: History },
  { item: "notifications", Icon: Bell },
  { item: "keys", Icon: Code },
  { item: "keyboard", Icon: Keyboard },
] as const;

export function Today() {
  const { t } = useTranslation("landing");
  return (
    <section aria-labelledby="today" className="mx-auto max-w-6xl px-4 py-12 sm:px-6 lg:py-16">
      <h2 id="today" className="text-xl font-semibold">
        {t("today.title")}
      </h2>
      <p className="mt-2 max-w-2xl text-base text-muted">{t("today.lead")}</p>
      <ul className="mt-8 grid gap-x-10 gap-y-6 sm:grid-cols-2 lg:grid-cols-3">
        {items.map(({ item, Icon }) => (
          <li key={item} className="grid grid-cols-[auto_1fr] gap-x-3 border-t border-line pt-4">
            <Icon aria-hidden className="mt-0.5 size-5 text-brass" />
            <div>
              <h3 className="text-base font-semibold">{t(`today.${item}.title`)}</h3>
              <p className="mt-1 text-base text-muted">{t(`today.${item}.text`)}</p>
              {item === "keys" ? (
                <Link to="/docs/api" className="mt-2 inline-block text-base text-accent underline underline-offset-4">
                  {t("docs")}
                </Link>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <figure className="mt-12">
        <Screen theme="light" className="dark:hidden" />
        <Screen theme="dark" className="hidden dark:block" />
        <figcaption className="mt-3 text-faint">{t("today.screenCaption")}</figcaption>
      </figure>
    </section>
  );
}

/** A picture of the console in the reader's language. The one of the other theme is hidden, and so never fetched. */
function Screen({ theme, className }: { theme: "light" | "dark"; className: string }) {
  const { t } = useTranslation("landing");
  return (
    <img
      src={`/images/overview-${useLocale()}-${theme}.webp`}
      alt={t("today.screenAlt")}
      width={1280}
      height={800}
      loading="lazy"
      decoding="async"
      className={cn(
        "h-auto w-full rounded border border-line shadow-lift max-sm:aspect-square max-sm:object-cover max-sm:object-left-top",
        className,
      )}
    />
  );
}
