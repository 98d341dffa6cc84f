import { Monitor, Moon, Sun } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Form, useLocation } from "react-router";
import { cn } from "#app/components/ui/cn.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { languageOptions, themes } from "./preference-options.ts";
import { useTheme } from "./use-theme.ts";

const icons = { light: Sun, dark: Moon, system: Monitor };
const groupClass = "inline-flex overflow-hidden rounded border border-line-strong bg-raised";
const choiceClass =
  "flex h-8 items-center justify-center gap-1.5 border-l border-line px-2.5 text-muted first:border-l-0 hover:bg-sunken hover:text-ink focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-ink pointer-coarse:h-11 pointer-coarse:min-w-11";

/** Posts to /preferences; works without scripts. */
export function ThemeSwitch({ className }: { className?: string }) {
  const { t } = useTranslation("common");
  const theme = useTheme();
  return (
    <Form method="post" action="/preferences" replace preventScrollReset className={cn("inline-flex", className)}>
      <ReturnTo />
      <fieldset className={groupClass}>
        <legend className="sr-only">{t("theme.label")}</legend>
        {themes.map((value) => {
          const Icon = icons[value];
          return (
            <button
              key={value}
              name="theme"
              value={value}
              type="submit"
              aria-pressed={value === theme}
              title={t(`theme.${value}`)}
              className={choiceClass}
            >
              <Icon aria-hidden className="size-4" />
              <span className="sr-only">{t(`theme.${value}`)}</span>
            </button>
          );
        })}
      </fieldset>
    </Form>
  );
}

export function LanguageSwitch({ className }: { className?: string }) {
  const { t } = useTranslation("common");
  const locale = useLocale();
  return (
    <Form method="post" action="/preferences" reloadDocument className={cn("inline-flex", className)}>
      <ReturnTo />
      <fieldset className={groupClass}>
        <legend className="sr-only">{t("language.label")}</legend>
        {languageOptions.map(({ value, label }) => (
          <button
            key={value}
            name="locale"
            value={value}
            type="submit"
            lang={value}
            aria-pressed={value === locale}
            title={label}
            className={choiceClass}
          >
            {value === "en" ? "EN" : "PT"}
            <span className="sr-only">{label}</span>
          </button>
        ))}
      </fieldset>
    </Form>
  );
}

function ReturnTo() {
  const { pathname, search } = useLocation();
  return <input type="hidden" name="returnTo" value={pathname + search} />;
}
