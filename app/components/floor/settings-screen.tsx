import type { ReactNode } from "react";
import { Form } from "react-router";
import { languageOptions } from "#app/components/shell/preference-options.ts";
import { useTheme } from "#app/components/shell/use-theme.ts";
import { useLocale } from "#app/components/ui/use-locale.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { FloorSettings } from "./floor-settings.ts";
import { mainButtonClass, sideButtonClass } from "./floor-classes.ts";
import { FloorPage } from "./floor-frame.tsx";
import { play } from "./sounds.ts";

type SettingsProps = {
  settings: FloorSettings;
  onChange: (settings: FloorSettings) => void;
  unsent: number;
  onSend: () => void;
  onBack: () => void;
  bar: ReactNode;
};

export function SettingsScreen({ settings, onChange, unsent, onSend, onBack, bar }: SettingsProps) {
  const { t } = useTranslation("floor");
  return (
    <FloorPage
      title={t("settings.title")}
      bar={bar}
      foot={
        <button type="button" className={mainButtonClass} onClick={onBack}>
          {t("settings.back")}
        </button>
      }
    >
      <Choice label={t("settings.hand")} value={settings.hand} onChoose={(hand) => onChange({ ...settings, hand })}>
        {{ left: t("settings.left"), right: t("settings.right") }}
      </Choice>
      <Choice
        label={t("settings.volume")}
        value={settings.volume}
        onChoose={(volume) => {
          onChange({ ...settings, volume });
          play("done", volume);
        }}
      >
        {{ off: t("settings.volumes.off"), low: t("settings.volumes.low"), high: t("settings.volumes.high") }}
      </Choice>
      <Choice label={t("settings.policy")} value={settings.policy} onChoose={(policy) => onChange({ ...settings, policy })}>
        {{ auto: t("settings.auto"), manual: t("settings.manual") }}
      </Choice>
      {unsent > 0 ? (
        <button type="button" className={sideButtonClass} onClick={onSend}>
          {t("settings.sendNow")}: {t("bar.unsent", { count: unsent })}
        </button>
      ) : null}
      <Preferences />
    </FloorPage>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  value: Value;
  onChoose: (value: Value) => void;
  children: Record<Value, string>;
};

function Choice<Value extends string>({ label, value, onChoose, children }: ChoiceProps<Value>) {
  const names = Object.keys(children).filter((name): name is Value => Object.hasOwn(children, name));
  return (
    <fieldset className="grid gap-3">
      <legend className="mb-3 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-4">
        {names.map((name) => (
          <button
            key={name}
            type="button"
            aria-pressed={name === value}
            className={`${sideButtonClass} grow`}
            onClick={() => onChoose(name)}
          >
            {children[name]}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

/** Language and theme as on every page, only larger. */
function Preferences() {
  const { t } = useTranslation("floor");
  const locale = useLocale();
  const theme = useTheme();
  return (
    <>
      <Form method="post" action="/preferences" reloadDocument className="grid gap-3">
        <input type="hidden" name="returnTo" value="/floor" />
        <p className="font-semibold">{t("settings.language")}</p>
        <div className="flex flex-wrap gap-4">
          {languageOptions.map(({ value, label }) => (
            <button
              key={value}
              type="submit"
              name="locale"
              value={value}
              lang={value}
              aria-pressed={value === locale}
              className={`${sideButtonClass} grow`}
            >
              {label}
            </button>
          ))}
        </div>
      </Form>
      <Form method="post" action="/preferences" reloadDocument className="grid gap-3">
        <input type="hidden" name="returnTo" value="/floor" />
        <p className="font-semibold">{t("settings.theme")}</p>
        <div className="flex flex-wrap gap-4">
          {(["light", "dark"] as const).map((value) => (
            <button
              key={value}
              type="submit"
              name="theme"
              value={value}
              aria-pressed={value === theme}
              className={`${sideButtonClass} grow`}
            >
              {t(`settings.${value}`)}
            </button>
          ))}
        </div>
      </Form>
    </>
  );
}
