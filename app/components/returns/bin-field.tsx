import { useId } from "react";
import { Field, type FieldProps } from "#app/components/ui/field.tsx";
import { Input } from "#app/components/ui/input.tsx";

type BinFieldProps = Omit<FieldProps, "children"> & { bins: readonly string[]; value?: string };

/** A bin by its code, typed or scanned; those that suggest themselves are one key away. */
export function BinField({ bins, value, ...field }: BinFieldProps) {
  const listId = useId();
  return (
    <>
      <Field {...field}>
        <Input mono list={listId} maxLength={60} defaultValue={value ?? ""} autoComplete="off" spellCheck={false} />
      </Field>
      <datalist id={listId}>
        {bins.map((bin) => (
          <option key={bin} value={bin}>
            {bin}
          </option>
        ))}
      </datalist>
    </>
  );
}
