import { MoreHorizontal, Pencil, Trash2, UserLock, Users } from "lucide-react";
import { useState } from "react";
import type { useFetcher } from "react-router";
import { useConsole } from "#app/components/console/use-console.ts";
import { useAnswer } from "#app/components/settings/use-answer.ts";
import { Button } from "#app/components/ui/button.tsx";
import { ConfirmDialog } from "#app/components/ui/confirm-dialog.tsx";
import { Dialog } from "#app/components/ui/dialog.tsx";
import { DropdownMenu, MenuItem } from "#app/components/ui/dropdown-menu.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";
import type { Conversation } from "#app/domain/conversations/conversation-row.ts";
import { maxTitleChars } from "#app/domain/conversations/limits.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import type { ConversationAnswer } from "./conversation-answer.ts";

type Managing = ReturnType<typeof useFetcher<ConversationAnswer>>;
type Props = { conversation: Conversation; managing: Managing };
/** `onRemove`: from its own page one has to be led away. */
type MenuProps = Props & { onRemove?: () => void };

/** What its owner does with a conversation. */
export function ConversationMenu({ conversation, managing, onRemove }: MenuProps) {
  const { t } = useTranslation("chat");
  const { workspace } = useConsole();
  const [asking, setAsking] = useState<"rename" | "share" | "remove" | null>(null);
  const { id, isShared } = conversation;
  const act = (intent: string) => void managing.submit({ intent, id }, { method: "post", action: "/chat" });
  const close = (isOpen: boolean) => setAsking((current) => (isOpen ? current : null));
  useAnswer(managing, (answer) => {
    if (answer.ok) setAsking(null);
  });
  return (
    <>
      <DropdownMenu
        trigger={<Button size="icon-sm" variant="ghost" aria-label={t("actions.label")} icon={<MoreHorizontal aria-hidden />} />}
      >
        <MenuItem icon={<Pencil aria-hidden />} onSelect={() => setAsking("rename")}>
          {t("actions.rename")}
        </MenuItem>
        <MenuItem
          icon={isShared ? <UserLock aria-hidden /> : <Users aria-hidden />}
          onSelect={() => (isShared ? act("unshare") : setAsking("share"))}
        >
          {t(isShared ? "actions.unshare" : "actions.share")}
        </MenuItem>
        <MenuItem danger icon={<Trash2 aria-hidden />} onSelect={() => setAsking("remove")}>
          {t("actions.remove")}
        </MenuItem>
      </DropdownMenu>
      <Dialog open={asking === "rename"} onOpenChange={close} title={t("actions.rename")} size="sm">
        <Rename conversation={conversation} managing={managing} />
      </Dialog>
      <ConfirmDialog
        open={asking === "share"}
        onOpenChange={close}
        title={t("actions.shareTitle", { workspace: workspace.name })}
        description={t("actions.shareText")}
        confirmLabel={t("actions.share")}
        onConfirm={() => act("share")}
      />
      <ConfirmDialog
        destructive
        open={asking === "remove"}
        onOpenChange={close}
        title={t("actions.removeTitle")}
        description={t("actions.removeText")}
        confirmLabel={t("actions.remove")}
        onConfirm={onRemove ?? (() => act("remove"))}
      />
    </>
  );
}

function Rename({ conversation: { id, title }, managing }: Props) {
  const { t } = useTranslation("chat");
  const answer = managing.data;
  const error = answer?.ok === false ? answer.fields["title"] : undefined;
  return (
    <managing.Form method="post" action="/chat" noValidate className="grid gap-4">
      <input type="hidden" name="intent" value="rename" />
      <input type="hidden" name="id" value={id} />
      <Field label={t("actions.name")} name="title" required error={error}>
        <Input maxLength={maxTitleChars} defaultValue={title} autoFocus autoComplete="off" />
      </Field>
      <Button type="submit" variant="primary" className="justify-self-end" loading={managing.state !== "idle"}>
        {t("actions.save")}
      </Button>
    </managing.Form>
  );
}
