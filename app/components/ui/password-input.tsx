import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Input, type InputProps } from "./input.tsx";
import { cn } from "./cn.ts";

export function PasswordInput({ className, ...rest }: Omit<InputProps, "type" | "icon">) {
  const { t } = useTranslation("ui");
  const [isShown, setShown] = useState(false);
  return (
    <div className="relative">
      <Input {...rest} type={isShown ? "text" : "password"} className={cn("pr-11", className)} />
      <button
        type="button"
        aria-label={t("showPassword")}
        aria-pressed={isShown}
        onClick={() => setShown(!isShown)}
        className="group absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded text-faint hover:text-ink noscript:hidden"
      >
        <Eye aria-hidden className="size-4 group-aria-pressed:hidden" />
        <EyeOff aria-hidden className="hidden size-4 group-aria-pressed:block" />
      </button>
    </div>
  );
}
