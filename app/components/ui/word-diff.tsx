import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";
import { type DiffPart, diffWords } from "./word-diff.ts";

const looks: Record<Exclude<DiffPart["kind"], "same">, string> = {
  removed: "bg-wrong-soft/60 text-muted line-through decoration-wrong",
  added: "bg-ok-soft font-semibold underline decoration-ok decoration-2 underline-offset-4",
};

/** A text as it was and as it would be, in one: what goes is struck through, what comes is underlined, and both are said. */
export function WordDiff({ before, after, className }: { before: string; after: string; className?: string }) {
  const { t } = useTranslation("ui");
  return (
    <p className={cn("leading-6 break-words whitespace-pre-wrap", className)}>
      {diffWords(before, after).map(({ kind, text, at }) => {
        if (kind === "same") return <span key={at}>{text}</span>;
        const Mark = kind === "removed" ? "del" : "ins";
        return (
          <Mark key={at} className={cn("rounded-xs px-0.5 box-decoration-clone", looks[kind])}>
            <span className="sr-only">{t(`diff.${kind}`)} </span>
            {text}
          </Mark>
        );
      })}
    </p>
  );
}
