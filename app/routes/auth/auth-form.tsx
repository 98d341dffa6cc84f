import { useTranslation } from "#app/i18n/use-translation.ts";
import { Button } from "#app/components/ui/button.tsx";
import { Field } from "#app/components/ui/field.tsx";
import { InlineAlert } from "#app/components/ui/inline-alert.tsx";
import { Input, type InputProps } from "#app/components/ui/input.tsx";
import { PasswordInput } from "#app/components/ui/password-input.tsx";
import { Spinner } from "#app/components/ui/spinner.tsx";
import type { FormProblem } from "#app/domain/errors.ts";
import scriptUrl from "./auth-form.js?url&no-inline";

export type AuthField = { name: string; label: string; hint?: string } & Pick<
  InputProps,
  "type" | "autoComplete" | "defaultValue" | "maxLength"
>;

type AuthFormProps = { problem?: FormProblem | undefined; fields?: readonly AuthField[]; submitLabel: string };

const noFields: readonly AuthField[] = [];

/**
 * A form of a page without React: every answer is a new document, so it brings back what was typed and puts the focus
 * on what is wrong. Its script only shows passwords and keeps one press from being sent twice.
 */
export function AuthForm({ problem, fields = noFields, submitLabel }: AuthFormProps) {
  const { t } = useTranslation("ui");
  const wrong = fields.find(({ name }) => problem?.fields[name]);
  const focused = wrong ?? (problem ? undefined : fields.find(({ defaultValue }) => !defaultValue));
  return (
    <form method="post" className="grid gap-5" noValidate>
      {problem && !wrong ? (
        <div tabIndex={-1} autoFocus>
          <InlineAlert tone="wrong" title={problem.error} />
        </div>
      ) : null}
      {fields.map(({ name, label, hint, ...control }) => {
        const Control = control.type === "password" ? PasswordInput : Input;
        return (
          <Field key={name} label={label} name={name} required description={hint} error={problem?.fields[name]}>
            <Control {...control} defaultValue={problem?.typed?.[name] ?? control.defaultValue} autoFocus={name === focused?.name} />
          </Field>
        );
      })}
      <Button type="submit" variant="primary" size="lg" className="group">
        <span className="hidden group-aria-busy:contents">
          <Spinner label={t("working")} />
        </span>
        {submitLabel}
      </Button>
      <script type="module" src={scriptUrl} />
    </form>
  );
}
