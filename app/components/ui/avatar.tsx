import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "./cn.ts";

export type Presence = "online" | "away" | "offline";
export type AvatarProps = { name: string; src?: string | undefined; presence?: Presence; size?: "sm" | "md" | "lg"; className?: string };

const sizes = { sm: "size-6 text-[0.625rem]", md: "size-8 text-xs", lg: "size-12 text-base" };
const dots = { online: "bg-ok", away: "bg-watch", offline: "border-2 border-faint bg-raised" };

function readInitials(name: string): string {
  const words = name.trim().split(/\s+/);
  const [first = "", last = ""] = [words[0], words.length > 1 ? words.at(-1) : ""];
  return [first, last]
    .map((word) => /./u.exec(word)?.[0] ?? "")
    .join("")
    .toUpperCase();
}

/** The name is read out only with presence; elsewhere the name stands beside it. */
export function Avatar({ name, src, presence, size = "md", className }: AvatarProps) {
  const { t } = useTranslation("ui");
  return (
    <span
      className={cn(
        "relative inline-flex shrink-0 select-none items-center justify-center rounded-full border border-line bg-sunken font-semibold text-muted",
        sizes[size],
        className,
      )}
    >
      {src ? <img src={src} alt="" className="size-full rounded-full object-cover" /> : <span aria-hidden>{readInitials(name)}</span>}
      {presence ? (
        <span className={cn("absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full ring-2 ring-raised", dots[presence])}>
          <span className="sr-only">{`${name}: ${t(`presence.${presence}`)}`}</span>
        </span>
      ) : null}
    </span>
  );
}
