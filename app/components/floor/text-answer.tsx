import { fieldClass, sideButtonClass } from "./floor-classes.ts";

type TextAnswerProps = { label: string; button: string; maxLength?: number; type?: "text" | "date"; onText: (text: string) => void };

/** An answer that has to be typed when no label says it. */
export function TextAnswer({ label, button, maxLength, type = "text", onText }: TextAnswerProps) {
  return (
    <form
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        const text = new FormData(event.currentTarget).get("answer");
        onText(typeof text === "string" ? text : "");
      }}
    >
      <label className="grid gap-3 font-semibold">
        {label}
        <input name="answer" type={type} className={fieldClass} maxLength={maxLength} autoComplete="off" spellCheck={false} />
      </label>
      <button type="submit" className={sideButtonClass}>
        {button}
      </button>
    </form>
  );
}
