import { createContext, useContext } from "react";

export type FieldFacts = {
  id: string;
  labelId: string;
  name?: string | undefined;
  describedBy?: string | undefined;
  isInvalid: boolean;
  isRequired: boolean;
};

export const FieldContext = createContext<FieldFacts | null>(null);

type ControlProps = {
  id?: string | undefined;
  name?: string | undefined;
  required?: boolean | undefined;
  "aria-describedby"?: string | undefined;
  "aria-invalid"?: boolean | "true" | "false" | "grammar" | "spelling" | undefined;
};

/** What a control inherits from the `Field` around it; its own props win. */
export function useFieldControl(own: ControlProps): ControlProps {
  const field = useContext(FieldContext);
  if (!field) return {};
  return {
    id: own.id ?? field.id,
    name: own.name ?? field.name,
    required: own.required ?? (field.isRequired || undefined),
    "aria-describedby": own["aria-describedby"] ?? field.describedBy,
    "aria-invalid": own["aria-invalid"] ?? (field.isInvalid || undefined),
  };
}
