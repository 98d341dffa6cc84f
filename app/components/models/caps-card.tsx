import { Pencil, Plus, Trash2 } from "lucide-react";
import { Badge, StateBadge } from "#app/components/ui/badge.tsx";
import { Button } from "#app/components/ui/button.tsx";
import { Card, CardHeader } from "#app/components/ui/card.tsx";
import { cn } from "#app/components/ui/cn.ts";
import type { StateTone } from "#app/components/ui/state-looks.ts";
import { Table, Td, Th, Tr } from "#app/components/ui/table.tsx";
import { useLocale } from "#app/components/ui/use-locale.ts";
import type { CapRow } from "#app/domain/ai/list-caps.server.ts";
import type { CapLevel, CapState } from "#app/domain/ai/ports.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { formatUsd } from "./usd.ts";
import { type People, useModelWords } from "./use-model-words.ts";

const tones: Record<CapLevel, StateTone> = { open: "ok", warned: "watch", blocked: "wrong" };
export type CapActs = { add: () => void; edit: (cap: CapRow) => void; remove: (cap: CapRow) => void };
type CapsCardProps = { caps: readonly CapRow[]; states: readonly CapState[]; people: People; acts: CapActs | undefined };

/** How much may be spent by whom, and how much of it is. */
export function CapsCard({ caps, states, people, acts }: CapsCardProps) {
  const { t } = useTranslation("models");
  const add =
    acts === undefined ? null : (
      <Button size="sm" icon={<Plus aria-hidden />} onClick={acts.add}>
        {t("caps.add")}
      </Button>
    );
  return (
    <Card className="overflow-clip">
      <CardHeader title={t("caps.title")} description={t("caps.text")} action={add} />
      <Table label={t("caps.list")}>
        <thead>
          <tr>
            <Th>{t("caps.scope")}</Th>
            <Th>{t("caps.spent")}</Th>
            {acts === undefined ? null : (
              <Th className="w-px">
                <span className="sr-only">{t("caps.edit")}</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {caps.map((cap) => (
            <CapLine key={keyOf(cap)} cap={cap} state={states.find((one) => keyOf(one) === keyOf(cap))} people={people} acts={acts} />
          ))}
        </tbody>
      </Table>
    </Card>
  );
}

function keyOf({ scope, subjectId, window }: Pick<CapRow, "scope" | "subjectId" | "window">): string {
  return `${scope} ${subjectId} ${window}`;
}

type CapLineProps = { cap: CapRow; state: CapState | undefined; people: People; acts: CapActs | undefined };

function CapLine({ cap, state, people, acts }: CapLineProps) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const { whom, capOf } = useModelWords(people);
  const limit = formatUsd(cap.limitMicroUsd, locale);
  return (
    <Tr>
      <Td>
        <span className="font-medium">{whom(cap)}</span>{" "}
        <span className="whitespace-nowrap text-muted">{t(`caps.perWindow.${cap.window}`)}</span>{" "}
        {cap.id === null ? <Badge>{t("caps.usual")}</Badge> : null}
      </Td>
      <Td className="min-w-40">
        {state === undefined ? <Uncounted limit={limit} /> : <Filled cap={capOf(cap)} state={state} limit={limit} />}
      </Td>
      {acts === undefined ? null : (
        <Td>
          <span className="flex justify-end gap-1">
            <Button
              variant="ghost"
              size="icon-sm"
              aria-label={t("caps.editLabel", { cap: capOf(cap) })}
              icon={<Pencil aria-hidden />}
              onClick={() => acts.edit(cap)}
            />
            {cap.id === null ? null : (
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t("caps.removeLabel", { cap: capOf(cap) })}
                icon={<Trash2 aria-hidden />}
                onClick={() => acts.remove(cap)}
              />
            )}
          </span>
        </Td>
      )}
    </Tr>
  );
}

/** A cap for each one has no sum of its own. */
function Uncounted({ limit }: { limit: string }) {
  const { t } = useTranslation("models");
  return (
    <span className="text-muted">
      {limit}, {t("caps.eachOwn")}
    </span>
  );
}

function Filled({ cap, state, limit }: { cap: string; state: CapState; limit: string }) {
  const { t } = useTranslation("models");
  const locale = useLocale();
  const { spentMicroUsd, heldMicroUsd, limitMicroUsd, level } = state;
  const words = `${formatUsd(spentMicroUsd, locale)} ${t("spend.ofCap", { limit })}`;
  const share = limitMicroUsd === 0 ? 1 : Math.min(1, spentMicroUsd / limitMicroUsd);
  const fills = { open: "bg-accent", warned: "bg-watch", blocked: "bg-wrong" } as const;
  return (
    <span className="grid gap-1">
      <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="whitespace-nowrap tabular-nums">{words}</span>
        <StateBadge tone={tones[level]}>{t(`caps.levels.${level}`)}</StateBadge>
      </span>
      <progress aria-label={cap} aria-valuetext={words} max={1} value={share} className="sr-only" />
      <span aria-hidden className="h-2 max-w-60 overflow-hidden rounded-full border border-line bg-sunken">
        <span className={cn("block h-full", fills[level])} style={{ width: `${share * 100}%` }} />
      </span>
      {heldMicroUsd === 0 ? null : <span className="text-xs text-muted">{t("caps.held", { shown: formatUsd(heldMicroUsd, locale) })}</span>}
    </span>
  );
}
