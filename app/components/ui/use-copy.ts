import { useEffect, useState } from "react";

const shownMs = 1600;

export function useCopy(value: string): { isCopied: boolean; copy: () => void } {
  const [isCopied, setCopied] = useState(false);
  useEffect(() => {
    if (!isCopied) return undefined;
    const timer = setTimeout(() => setCopied(false), shownMs);
    return () => clearTimeout(timer);
  }, [isCopied]);
  function copy() {
    void navigator.clipboard.writeText(value).then(() => setCopied(true));
  }
  return { isCopied, copy };
}
