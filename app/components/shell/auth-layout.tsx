import type { ReactNode } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Link } from "react-router";
import { LanguageSwitch, ThemeSwitch } from "./preference-switches.tsx";
import { RackDrawing } from "./rack-drawing.tsx";
import { Wordmark } from "./wordmark.tsx";

export type AuthLayoutProps = {
  title: ReactNode;
  description?: ReactNode;
  /** Under the form: "No account yet?" */ foot?: ReactNode;
  children?: ReactNode;
};

/** A form at the left, a quiet picture at the right where there is room. */
export function AuthLayout({ title, description, foot, children }: AuthLayoutProps) {
  const { t } = useTranslation("shell");
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(28rem,5fr)_6fr]">
      <div className="flex flex-col px-4 py-5 sm:px-8">
        <header className="flex items-center justify-between gap-4">
          <Link to="/" className="rounded-sm">
            <Wordmark className="h-7" />
          </Link>
          <div className="flex flex-wrap justify-end gap-2">
            <LanguageSwitch />
            <ThemeSwitch />
          </div>
        </header>
        <main id="content" className="m-auto w-full max-w-sm py-10">
          <h1 className="text-xl font-semibold tracking-tight">{title}</h1>
          {description ? <p className="mt-2 text-base text-muted">{description}</p> : null}
          {children ? <div className="mt-6 grid gap-5">{children}</div> : null}
          {foot ? (
            <div className="mt-6 border-t border-line pt-5 text-muted [&_a]:text-accent [&_a]:underline [&_a]:underline-offset-4">
              {foot}
            </div>
          ) : null}
        </main>
      </div>
      <aside className="relative hidden overflow-hidden border-l border-line bg-sunken lg:flex lg:flex-col">
        <div className="relative min-h-0 grow">
          <RackDrawing className="absolute inset-0 size-full text-line-strong/70" />
        </div>
        <p className="max-w-md px-10 pt-8 pb-10 text-lg text-ink">{t("authQuote")}</p>
      </aside>
    </div>
  );
}
