import { ArrowUp, Paperclip, Square, X } from "lucide-react";
import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "#app/components/ui/button.tsx";
import { maxAttachments, maxQuestionChars } from "#app/domain/conversations/limits.ts";
import type { Attachment } from "#app/domain/conversations/parts.ts";
import { useTranslation } from "#app/i18n/use-translation.ts";
import { cn } from "#app/components/ui/cn.ts";

export type Files = {
  attached: readonly Attachment[];
  isBusy: boolean;
  error: string | undefined;
  add: (file: File) => void;
  remove: (id: string) => void;
};

type Props = {
  onAsk: (question: string) => void;
  /** Stops what is under way; undefined while nothing is. */
  onStop?: (() => void) | undefined;
  /** For whoever presses the upward arrow in an empty field. */
  onEditLast?: () => void;
  files?: Files;
  isBusy?: boolean;
  field: RefObject<HTMLTextAreaElement | null>;
};

/** Where one asks: Enter sends, Shift and Enter begin a line, the upward arrow takes up the last question again. */
export function Composer({ onAsk, onStop, onEditLast, files, isBusy = false, field }: Props) {
  const { t } = useTranslation("chat");
  const [words, setWords] = useState("");
  const asked = words.trim();
  useSlashFocus(field);
  useEscape(onStop);
  function send() {
    if (asked === "" || isBusy || files?.isBusy === true) return;
    onAsk(asked);
    setWords("");
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowUp" && words === "" && onEditLast !== undefined) {
      event.preventDefault();
      onEditLast();
    }
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }
  return (
    <form
      method="post"
      className="grid gap-2 rounded border border-line-strong bg-raised p-2 focus-within:border-accent"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {files === undefined ? null : <Attached files={files} />}
      <textarea
        ref={field}
        name="question"
        rows={1}
        required
        aria-label={t("composer.label")}
        placeholder={t("composer.placeholder")}
        value={words}
        maxLength={maxQuestionChars}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-60 min-h-10 w-full resize-none bg-transparent px-2 py-2 text-base leading-6 placeholder:text-muted focus:outline-none"
      />
      <div className="flex items-center gap-2">
        {files === undefined ? null : <AttachButton files={files} />}
        <span className="grow px-1 text-sm text-muted max-sm:sr-only">
          {t(onStop === undefined ? "composer.keys" : "composer.keysOpen")}
        </span>
        <span className="ml-auto flex gap-2">
          {onStop === undefined ? null : (
            <Button icon={<Square aria-hidden />} onClick={onStop}>
              {t("composer.stop")}
            </Button>
          )}
          <Button type="submit" variant="primary" icon={<ArrowUp aria-hidden />} loading={isBusy} disabled={asked === ""}>
            {t("composer.ask")}
          </Button>
        </span>
      </div>
    </form>
  );
}

/** From anywhere on the page the stroke leads here, unless somebody is typing. */
function useSlashFocus(field: RefObject<HTMLTextAreaElement | null>): void {
  useEffect(() => {
    function onKey(event: globalThis.KeyboardEvent) {
      const { target } = event;
      const isTyping = target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
      if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      field.current?.focus();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [field]);
}

/** Stops what is under way from anywhere on the page, unless the stroke closes something that lies over it. */
function useEscape(onStop: (() => void) | undefined): void {
  useEffect(() => {
    if (onStop === undefined) return undefined;
    function onKey(event: globalThis.KeyboardEvent) {
      if (event.key === "Escape" && !event.defaultPrevented && !event.isComposing) onStop?.();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [onStop]);
}

function AttachButton({ files }: { files: Files }) {
  const { t } = useTranslation("chat");
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        className="sr-only"
        tabIndex={-1}
        aria-label={t("composer.file")}
        accept=".csv,.tsv,text/csv,image/png,image/jpeg,image/webp,image/gif"
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) files.add(file);
          target.value = "";
        }}
      />
      <Button
        size="icon"
        variant="ghost"
        aria-label={t("composer.attach")}
        loading={files.isBusy}
        disabled={files.attached.length >= maxAttachments}
        onClick={() => input.current?.click()}
        icon={<Paperclip aria-hidden />}
      />
    </>
  );
}

function Attached({ files }: { files: Files }) {
  const { t } = useTranslation("chat");
  return (
    <>
      {files.attached.length === 0 ? null : (
        <ul className="flex flex-wrap gap-2 px-1" aria-label={t("composer.attached")}>
          {files.attached.map(({ id, name }) => (
            <li key={id} className="flex items-center gap-1 rounded border border-line bg-sunken pl-3 text-sm">
              <span className="max-w-48 truncate">{name}</span>
              <Button
                size="icon-sm"
                variant="ghost"
                aria-label={t("composer.detach", { name })}
                onClick={() => files.remove(id)}
                icon={<X aria-hidden />}
              />
            </li>
          ))}
        </ul>
      )}
      <p role="alert" className={cn("px-2 text-sm text-wrong", files.error === undefined && "hidden")}>
        {files.error}
      </p>
    </>
  );
}
