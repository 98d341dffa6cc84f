import { Check, Copy } from "lucide-react";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button, type ButtonProps } from "./button.tsx";
import { useCopy } from "./use-copy.ts";

export type CopyButtonProps = { value: string; label?: string } & Pick<ButtonProps, "size" | "variant" | "className">;

export function CopyButton({ value, label, ...rest }: CopyButtonProps) {
  const { t } = useTranslation("ui");
  const { isCopied, copy } = useCopy(value);
  const Icon = isCopied ? Check : Copy;
  return (
    <Button onClick={copy} icon={<Icon aria-hidden />} {...rest}>
      <span aria-live="polite">{isCopied ? t("copied") : (label ?? t("copy"))}</span>
    </Button>
  );
}
