import { Eye, EyeOff } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Input, type InputProps } from "./input.tsx";
import { cn } from "./cn.ts";

export function PasswordInput({ className, ...rest }: Omit<InputProps, "type" | "icon">) {
  const { t } = useTranslation("ui");
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div className="relative">
      <Input {...rest} type={isShown ? "text" : "password"} className={cn("pr-11", className)} />
      <button
        type="button"
        aria-label={isShown ? t("hidePassword") : t("showPassword")}
        onClick={() => setShown(!isShown)}
        className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded text-faint hover:text-ink"
      >
        <Icon aria-hidden className="size-4" />
      </button>
    </div>
  );
}
