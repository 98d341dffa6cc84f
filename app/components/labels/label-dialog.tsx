import { type ReactNode, useState } from "react";
import { Dialog } from "#app/components/ui/dialog.tsx";
import type { LabelOptions, LabelSet } from "#app/domain/warehouse/labels/label-set.ts";
import type { Symbology } from "#app/domain/warehouse/labels/lay-out.ts";
import { LabelFields } from "./label-fields.tsx";
import { LabelOutput } from "./label-output.tsx";

export type LabelChoice = LabelOptions & { symbology: Symbology };
type LabelDialogProps = {
  /** The button that opens it; without one, it is open for as long as it is there. */
  trigger?: ReactNode;
  close?: () => void;
  title: string;
  description: string;
  fileName: string;
  first?: Partial<LabelChoice>;
  /** What will be printed. */
  setOf: (choice: LabelChoice) => LabelSet;
  /** What is asked about the things themselves. */
  children?: ReactNode;
};

const usual: LabelChoice = { medium: "100x50", symbology: "code128", dpi: 203, copies: 1 };

/** What to print, on what, and how it will look: the same for bins, goods, plates and badges. */
export function LabelDialog({ trigger, close, title, description, fileName, first, setOf, children }: LabelDialogProps) {
  const [isOpen, setIsOpen] = useState(trigger === undefined);
  const [choice, setChoice] = useState<LabelChoice>({ ...usual, ...first });
  return (
    <Dialog
      {...(trigger === undefined ? {} : { trigger })}
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        if (!next) close?.();
      }}
      title={title}
      description={description}
      size="lg"
    >
      {isOpen ? (
        <div className="grid gap-5">
          {children}
          <LabelFields choice={choice} change={setChoice} />
          <LabelOutput set={setOf(choice)} medium={choice.medium} fileName={fileName} />
        </div>
      ) : null}
    </Dialog>
  );
}
