import { CameraScan } from "./camera-scan.tsx";
import { TypeCode } from "./type-code.tsx";

/** For whoever has no scanner in hand, or a label that none reads. */
export function ScanHelp({ onCode }: { onCode: (raw: string) => void }) {
  return (
    <div className="grid gap-4">
      <TypeCode onCode={onCode} />
      <CameraScan onScan={onCode} />
    </div>
  );
}
